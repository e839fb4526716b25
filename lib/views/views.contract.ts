import { z } from 'zod';
import { contract, idSchema } from '#lib/http/contract-base.ts';
import { longestQuery, viewLists } from './view-query.schema.ts';

const listSchema = z.enum(viewLists);

const viewFields = {
  name: z.string().trim().min(1, 'Give the view a name').max(60, 'Keep the name under 60 characters'),
  /** The filters as the list's address has them, without `?`; see view-query.schema.ts. */
  query: z.string().max(longestQuery, `Filters of more than ${longestQuery} characters cannot be kept`),
  /** Whether everybody sees it. */
  shared: z.boolean(),
  /** Whether the menu shows how many rows it has. */
  counted: z.boolean(),
};

export const viewSchema = z.object({
  id: z.string(),
  list: listSchema,
  name: z.string(),
  query: z.string(),
  shared: z.boolean(),
  counted: z.boolean(),
  /** Whether it is one's own; only those can be changed. */
  own: z.boolean(),
  ownerName: z.string(),
});
export type View = z.infer<typeof viewSchema>;

export const viewsContract = {
  list: contract
    .route({
      method: 'GET',
      path: '/views',
      summary: 'Saved views of a list: own ones, then those that others share',
      tags: ['views'],
    })
    .meta({ role: 'viewer' })
    .input(z.object({ list: listSchema }))
    .output(z.object({ items: z.array(viewSchema) })),
  counts: contract
    .route({
      method: 'GET',
      path: '/views/counts',
      summary: 'How many rows each counted view of a list has, counted up to 100',
      tags: ['views'],
    })
    .meta({ role: 'viewer' })
    .input(z.object({ list: listSchema }))
    .output(
      z.object({ items: z.array(z.object({ id: z.string(), count: z.number().int(), more: z.boolean() })) }),
    ),
  create: contract
    .route({
      method: 'POST',
      path: '/views',
      summary: 'Save filters of a list under a name',
      tags: ['views'],
    })
    .meta({ role: 'viewer' })
    .input(
      z.object({
        list: listSchema,
        name: viewFields.name,
        query: viewFields.query,
        shared: viewFields.shared.default(false),
        counted: viewFields.counted.default(false),
      }),
    )
    .output(viewSchema),
  change: contract
    .route({
      method: 'PATCH',
      path: '/views/{id}',
      summary: 'Change a view of one’s own; sharing needs the role operator',
      tags: ['views'],
    })
    .meta({ role: 'viewer' })
    .input(
      z
        .object({ id: idSchema, ...viewFields })
        .partial()
        .required({ id: true }),
    )
    .output(viewSchema),
  delete: contract
    .route({
      method: 'DELETE',
      path: '/views/{id}',
      summary: 'Delete a view of one’s own, or as an admin a shared one',
      tags: ['views'],
    })
    .meta({ role: 'viewer' })
    .input(z.object({ id: idSchema }))
    .output(z.object({ id: z.string() })),
};
