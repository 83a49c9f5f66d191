/**
 * What every table of a desk gets: row security that even the owner's role does not pass by accident,
 * and the grants of the application's role. `append` tables can never be changed or deleted from.
 */
export function deskTable(name: string, rights: 'change' | 'keep' | 'append' = 'change'): string[] {
  const grants = {
    change: 'select, insert, update, delete',
    keep: 'select, insert, update',
    append: 'select, insert',
  }[rights];
  return [
    `alter table ${name} enable row level security`,
    `alter table ${name} force row level security`,
    `create policy desk on ${name} using (desk_id = nullif(current_setting('commonweal.desk', true), '')::uuid) with check (desk_id = nullif(current_setting('commonweal.desk', true), '')::uuid)`,
    `grant ${grants} on ${name} to commonweal_app`,
  ];
}
