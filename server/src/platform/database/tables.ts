/** Every table the application reads or writes, by name: what Kysely knows of the schema. */
// oxlint-disable-next-line typescript/no-empty-object-type -- filled in with the migrations
export interface Tables {}
