import type { BodyOf, Desk, Locale, operations } from '@commonweal/contract';

/** The settings as they stand in the form: text as typed. */
export interface DeskDraft {
  name: string;
  language: Locale;
  contact_email: string;
  other_redress: string;
  retention_days: string;
  allow_private_endpoints: boolean;
  fetch_media: boolean;
}
type Changes = BodyOf<typeof operations.updateDesk>;

export function draftOf(desk: Desk): DeskDraft {
  return {
    name: desk.name,
    language: desk.language,
    contact_email: desk.contact_email ?? '',
    other_redress: desk.other_redress,
    retention_days: String(desk.retention_days),
    allow_private_endpoints: desk.allow_private_endpoints,
    fetch_media: desk.fetch_media,
  };
}

/** What was changed in the form since it was opened; only that is sent, so that two people do not undo each other. */
export function changesOf(draft: DeskDraft, opened: DeskDraft): Changes {
  const changes: Changes = {};
  if (draft.name !== opened.name) changes.name = draft.name.trim();
  if (draft.language !== opened.language) changes.language = draft.language;
  if (draft.contact_email !== opened.contact_email)
    changes.contact_email = draft.contact_email.trim() || null;
  if (draft.other_redress !== opened.other_redress) changes.other_redress = draft.other_redress;
  if (draft.retention_days !== opened.retention_days)
    changes.retention_days = Number(draft.retention_days);
  if (draft.allow_private_endpoints !== opened.allow_private_endpoints)
    changes.allow_private_endpoints = draft.allow_private_endpoints;
  if (draft.fetch_media !== opened.fetch_media) changes.fetch_media = draft.fetch_media;
  return changes;
}
