import type { ReporterKind } from '@commonweal/contract/pages';
import { msg, type Message } from './message.ts';

/** Who reported, as a kind. */
export const reporterLabels: Readonly<Record<ReporterKind, Message>> = {
  user: msg('Users'),
  trusted_flagger: msg('Trusted flaggers'),
  authority: msg('Public authorities'),
  partner: msg('Other services'),
};
