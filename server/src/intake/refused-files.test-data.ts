import sharp from 'sharp';

let made = 0;
/** A picture nobody handed in before. */
export function aPicture(
  format: 'png' | 'gif' | 'webp' | 'jpeg' | 'avif' = 'png',
): Promise<Buffer> {
  made += 1;
  const background = { r: made, g: 90, b: 160 };
  return sharp({ create: { width: 40, height: 30, channels: 3, background } })
    .toFormat(format)
    .toBuffer();
}

/** A file as it is sent. */
export interface Sent {
  readonly bytes: Buffer | string;
  readonly type: string;
  readonly name?: string;
}

/** An item without content, not handed in before. */
export function envelope(change: object = {}) {
  made += 1;
  return { external_id: `file-${made}`, kind: 'post', surface: 'open', ...change };
}

/** A page that would run a script where it were shown. */
export const page = '<!doctype html><script>alert(1)</script>';
const chunkOf = (name: string, data: Buffer) => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length, 0);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, data, Buffer.alloc(4)]);
};
/** A PNG that says it is 50,000 pixels wide and high, and holds next to nothing. */
const pixelBomb = Buffer.concat([
  Buffer.from('89504e470d0a1a0a', 'hex'),
  chunkOf('IHDR', Buffer.from('0000c3500000c3500800000000', 'hex')),
  chunkOf('IDAT', Buffer.from('789c030000000001', 'hex')),
  chunkOf('IEND', Buffer.alloc(0)),
]);
interface Refused {
  readonly status: number;
  readonly item?: unknown;
  readonly files: () => readonly Sent[] | Promise<readonly Sent[]>;
}
const aFile = () => [{ bytes: 'x', type: 'text/plain' }];
const png = (bytes: Sent['bytes']) => [{ bytes, type: 'image/png' }];

/** What is refused, and as what. */
export const refused: Readonly<Record<string, Refused>> = {
  'a picture of 2.5 gigapixels': { status: 422, files: () => png(pixelBomb) },
  'a picture that unfolds to 121 megapixels': {
    status: 422,
    files: async () =>
      png(
        await sharp({
          create: { width: 11_000, height: 11_000, channels: 3, background: '#000' },
        })
          .png({ compressionLevel: 9 })
          .toBuffer(),
      ),
  },
  'a picture cut short': {
    status: 422,
    files: async () => {
      const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
      const whole = await sharp({
        create: { width: 400, height: 300, channels: 3, background: 'red', noise },
      })
        .png()
        .toBuffer();
      return png(whole.subarray(0, whole.length / 2));
    },
  },
  'a drawing': {
    status: 422,
    files: () => [{ bytes: '<svg xmlns="http://www.w3.org/2000/svg"/>', type: 'image/svg+xml' }],
  },
  'a drawing that says it is a PNG': {
    status: 422,
    files: () => png('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
  },
  'a page that says it is a picture': { status: 422, files: () => png(page) },
  'an empty file': { status: 422, files: () => [{ bytes: '', type: 'text/plain' }] },
  'no item': { status: 400, item: '', files: aFile },
  'an item that is not JSON': { status: 400, item: '{', files: aFile },
  'an item with an unknown field': { status: 422, item: envelope({ surprise: 1 }), files: aFile },
  'an item with a NUL': { status: 422, item: envelope({ links: ['a\0'] }), files: aFile },
  'a private picture': {
    status: 422,
    item: envelope({ surface: 'private' }),
    files: async () => png(await aPicture()),
  },
  'a good picture before a bad one': {
    status: 422,
    files: async () => [...png(await aPicture()), ...png(page)],
  },
  'twenty-one files': {
    status: 413,
    files: () => Array.from({ length: 21 }, (_, at) => ({ bytes: `${at}`, type: 'text/plain' })),
  },
  'a file of more than 32 MiB': {
    status: 413,
    files: () => [{ bytes: Buffer.alloc(32 * 1024 * 1024 + 1), type: 'application/zip' }],
  },
};
