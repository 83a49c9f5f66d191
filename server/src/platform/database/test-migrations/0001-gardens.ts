import { type Kysely, sql } from 'kysely';

const ofDesk = "desk_id = nullif(current_setting('commonweal.desk', true), '')::uuid";

/** A schema for the tests of this folder: every kind of column, references in a circle, row security. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table garden (
      desk_id uuid not null,
      garden_id uuid not null,
      name text not null,
      favourite_id uuid,
      primary key (desk_id, garden_id)
    )`,
    `create table plant (
      desk_id uuid not null,
      plant_id uuid not null,
      garden_id uuid not null,
      parent_id uuid,
      label text,
      picture bytea,
      facts jsonb,
      planted_at timestamptz,
      sown_on date,
      weight numeric,
      height double precision,
      seeds int8,
      seeds_doubled int8 generated always as (seeds * 2) stored,
      tags text[],
      primary key (desk_id, plant_id),
      foreign key (desk_id, garden_id) references garden,
      foreign key (desk_id, parent_id) references plant
    )`,
    `alter table garden add foreign key (desk_id, favourite_id) references plant`,
    `create table empty_shed (desk_id uuid not null primary key, note text)`,
  ];
  for (const table of ['garden', 'plant', 'empty_shed']) {
    statements.push(
      `alter table ${table} enable row level security`,
      `alter table ${table} force row level security`,
      `create policy desk on ${table} using (${ofDesk}) with check (${ofDesk})`,
      `grant select, insert, update, delete on ${table} to commonweal_app`,
    );
  }
  for (const statement of statements) await sql.raw(statement).execute(db);
}
