/** Text as somebody wrote it, in its own language and direction. */
export function Given({ text, lang, quote }: { text: string; lang: string | null; quote?: true }) {
  const props = { lang: lang ?? '', dir: 'auto' } as const;
  if (quote) return <blockquote {...props}>{text}</blockquote>;
  return (
    <div className="given" {...props}>
      {text}
    </div>
  );
}

/** The same within a line. */
export function GivenLine({ text, lang }: { text: string; lang: string | null }) {
  return (
    <bdi lang={lang ?? ''} dir="auto">
      {text}
    </bdi>
  );
}

/** An identifier or address: always left to right, never a link. */
export function Literal({ children }: { children: string }) {
  return <code dir="ltr">{children}</code>;
}
