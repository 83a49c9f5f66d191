import { TMK_DIMENSIONS, type Tmk } from './tmk.ts';
import { VideoError } from './video-error.ts';

/** "TMK, first version; feature vectors; PDQ in floats" (tmk/cpp/io/tmkiotypes.h). */
const MAGIC = 'TMK1FVECPDQF';
const HEADER_BYTES = 32;
const MOST_PERIODS = 16;
const MOST_FREQUENCIES = 256;

/**
 * A fingerprint as a `.tmk` file: magic, five whole numbers of 32 bits (frames a second, periods,
 * frequencies, dimensions, frames), the periods, and float32 of the weights, the average, the cosines
 * and the sines; all little-endian. 263,344 bytes. Tech Against Terrorism takes it in base64.
 */
export function writeTmk(tmk: Tmk): Uint8Array {
  const floats = [tmk.weights, tmk.average, tmk.cosines, tmk.sines];
  const count = floats.reduce((sum, { length }) => sum + length, tmk.periods.length);
  const bytes = new Uint8Array(HEADER_BYTES + count * 4);
  const view = new DataView(bytes.buffer);
  bytes.set(Buffer.from(MAGIC, 'latin1'));
  const { framesPerSecond, periods, weights, average, frameCount } = tmk;
  let at = MAGIC.length;
  const sizes = [framesPerSecond, periods.length, weights.length, average.length, frameCount];
  for (const number of [...sizes, ...periods]) {
    view.setInt32(at, number, true);
    at += 4;
  }
  for (const vector of floats)
    for (const value of vector) {
      view.setFloat32(at, value, true);
      at += 4;
    }
  return bytes;
}

/** Reads a `.tmk` file. Throws a VideoError `bad-list` that says what is wrong with it. */
export function readTmk(bytes: Uint8Array): Tmk {
  if (Buffer.from(bytes.subarray(0, MAGIC.length)).toString('latin1') !== MAGIC)
    throw bad(`it does not begin with ${MAGIC}`);
  if (bytes.length < HEADER_BYTES) throw bad('it ends within its header');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = MAGIC.length;
  const int = () => view.getInt32((at += 4) - 4, true);
  const [framesPerSecond, periodCount, frequencies, dimensions, frameCount] = [
    int(),
    int(),
    int(),
    int(),
    int(),
  ];
  if (
    framesPerSecond < 1 ||
    periodCount < 1 ||
    periodCount > MOST_PERIODS ||
    frequencies < 1 ||
    frequencies > MOST_FREQUENCIES ||
    dimensions !== TMK_DIMENSIONS ||
    frameCount < 0
  )
    throw bad('the numbers in its header make no sense');
  const features = periodCount * frequencies * dimensions;
  const length = HEADER_BYTES + (periodCount + frequencies + dimensions + 2 * features) * 4;
  if (bytes.length !== length) throw bad(`it has ${bytes.length} bytes instead of ${length}`);
  const floats = (count: number) => {
    const vector = Float32Array.from({ length: count }, () => view.getFloat32((at += 4) - 4, true));
    if (!vector.every(Number.isFinite)) throw bad('it holds numbers that are none');
    return vector;
  };
  const periods = Array.from({ length: periodCount }, int);
  // A comparison tries every shift within a period.
  if (periods.some((period) => period < 1 || period > 100_000))
    throw bad('its periods make no sense');
  return {
    framesPerSecond,
    frameCount,
    periods,
    weights: floats(frequencies),
    average: floats(dimensions),
    cosines: floats(features),
    sines: floats(features),
  };
}

function bad(reason: string): VideoError {
  return new VideoError('bad-list', `This is not a TMK fingerprint: ${reason}.`);
}
