import { useMemo } from 'react';
import { qrModules } from './qr-matrix.ts';
import styles from './account.module.css';

const quiet = 4; // modules of light around a code, which readers need

/** A QR code as a drawing; nothing when the text is too long for one. Dark on light in every theme. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const modules = useMemo(() => qrModules(text), [text]);
  if (modules === null) return null;
  const size = modules.length + 2 * quiet;
  const path = modules
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + quiet} ${y + quiet}h1v1h-1z` : '')))
    .join('');
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} className={styles.qr}>
      <path d={path} shapeRendering="crispEdges" />
    </svg>
  );
}
