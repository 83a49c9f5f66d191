import { Type, type Static } from 'typebox';
import { operation } from './operation.ts';
import { readers } from './roles.ts';
import { closed, Day, Id, Instant, nullable, oneOf, pageOf, PageQuery, text } from './schema.ts';

const room = 'designations';

export const DesignationList = closed({
  list_id: Id,
  authority: Type.String(),
  name: Type.String(),
  format: Type.String(),
  generated_at: nullable(Instant),
  imported_at: Instant,
  sha256: Type.String(),
  entities: Type.Integer(),
  names: Type.Integer(),
  names_alone: Type.Integer({ description: 'Names that may raise a signal by themselves' }),
});
export type DesignationList = Static<typeof DesignationList>;
export const ListedName = closed({
  text: Type.String(),
  kind: Type.String(),
  strength: Type.String(),
  alone: Type.Boolean(),
  suppressed_reason: nullable(Type.String()),
});
export const Designation = closed({
  designation_id: Id,
  list_id: Id,
  authority: Type.String(),
  reference: Type.String(),
  kind: oneOf(['organisation', 'person']),
  name: Type.String(),
  list_type: Type.String(),
  listed_on: nullable(Day),
  ended_on: nullable(Day),
  names: Type.Array(ListedName),
});
export type Designation = Static<typeof Designation>;
export const ListImportReply = closed({
  list: DesignationList,
  added: Type.Integer(),
  changed: Type.Integer(),
  ended: Type.Integer(),
  unchanged: Type.Integer(),
});
export type ListImportReply = Static<typeof ListImportReply>;

export const designations = {
  listLists: operation({
    method: 'GET',
    path: '/api/v1/lists',
    room,
    summary: 'Official lists imported here',
    access: { roles: readers },
    status: 200,
    reply: closed({ data: Type.Array(DesignationList) }),
  }),
  importList: operation({
    method: 'POST',
    path: '/api/v1/lists/:format',
    room,
    summary: 'Import an official list; all of it or nothing',
    access: { roles: ['administrator', 'analyst', 'legal'] },
    params: closed({ format: oneOf(['un']) }),
    query: closed({
      force: Type.Optional(
        Type.Boolean({ description: 'Accept a list that shrank beyond the count guard' }),
      ),
    }),
    consumes: ['application/xml', 'text/xml'],
    bodyLimit: 64 * 1024 * 1024,
    status: 200,
    reply: ListImportReply,
  }),
  listDesignations: operation({
    method: 'GET',
    path: '/api/v1/designations',
    room,
    summary: 'Designations by name',
    access: { roles: readers },
    query: closed({ ...PageQuery, q: Type.Optional(text(200)), list_id: Type.Optional(Id) }),
    status: 200,
    reply: pageOf(Designation),
  }),
  readDesignation: operation({
    method: 'GET',
    path: '/api/v1/designations/:designation_id',
    room,
    summary: 'One designation',
    access: { roles: readers },
    params: closed({ designation_id: Id }),
    status: 200,
    reply: Designation,
  }),
};
