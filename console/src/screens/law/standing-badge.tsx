import type { Standing } from '@commonweal/law/registry';
import { useLingui } from '@lingui/react';
import { Badge, type Tone } from '../../design/badge.tsx';
import { standingWords } from './words.ts';

const tones: Readonly<Record<Standing, Tone>> = {
  in_force: 'success',
  not_yet: 'neutral',
  ended: 'neutral',
  never: 'neutral',
  unknown: 'warn',
};

/** How a law stood on the day that is asked for. */
export function StandingBadge({ standing }: { standing: Standing }) {
  const { _ } = useLingui();
  return <Badge tone={tones[standing]}>{_(standingWords[standing])}</Badge>;
}
