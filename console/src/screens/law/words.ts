import type {
  AuthorityType,
  Basis,
  Confidence,
  DeadlineUnit,
  Knowledge,
  Side,
  Standing,
} from '@commonweal/law/registry';
import { msg, type Message } from '../../i18n/message.ts';

export const knowledgeWords: Readonly<Record<Knowledge, Message>> = {
  yes: msg('Yes'),
  partial: msg('Partly'),
  no: msg('No'),
  none_found: msg('None found'),
  unknown: msg('Unknown'),
};

export const sideWords: Readonly<Record<Side, Message>> = {
  security: msg('Security'),
  rights: msg('Rights'),
  both: msg('Security and rights'),
};

export const confidenceWords: Readonly<Record<Confidence, Message>> = {
  high: msg('Fairly sure'),
  medium: msg('Less sure'),
  low: msg('Unsure'),
};

/** What a fact was taken from. */
export const basisWords: Readonly<Record<Basis, Message>> = {
  primary_text: msg('the text of the law'),
  primary_text_partial: msg('some sections of the law'),
  primary_toc: msg('the headings of the law'),
  title_only: msg('the title of the law'),
  secondary: msg('what others write of it'),
  secondary_plus_recall: msg('what others write of it, and memory'),
  recall: msg('memory; to be verified'),
};

export const standingWords: Readonly<Record<Standing, Message>> = {
  in_force: msg('In force'),
  not_yet: msg('Not yet in force'),
  ended: msg('No longer in force'),
  never: msg('Not law'),
  unknown: msg('Not known whether in force'),
};

export const authorityWords: Readonly<Record<AuthorityType, Message>> = {
  court: msg('A court'),
  court_then_regulator: msg('A court, then a regulator'),
  regulator_then_court: msg('A regulator, then a court'),
  court_or_executive: msg('A court or the executive'),
  court_or_administrative: msg('A court or an administrative authority'),
  designated_competent_authority: msg('A designated authority'),
  independent_regulator: msg('An independent regulator'),
  regulator_government_linked: msg('A regulator close to the government'),
  executive: msg('The executive'),
  executive_official: msg('An official of the executive'),
  police: msg('The police'),
  private_notifier: msg('Anybody; it binds nobody by itself'),
};

export const deadlineWords: Readonly<Record<DeadlineUnit, Message>> = {
  hours: msg('{count} hours'),
  working_days: msg('{count} working days'),
  months: msg('{count} months'),
  asap: msg('As soon as possible'),
  as_specified: msg('As the order says'),
  none: msg('No time set'),
};
