import { z } from 'zod';
import { contract, idSchema, pageQuery, pageSchema } from '#lib/http/contract-base.ts';
import { deliveryDetailSchema, deliveryFilterSchema, deliveryItemSchema } from './delivery.schema.ts';

const one = z.object({ id: idSchema });

export const deliveriesContract = {
  list: contract
    .route({ method: 'GET', path: '/deliveries', summary: 'Deliveries, newest first', tags: ['deliveries'] })
    .meta({ role: 'viewer' })
    .input(deliveryFilterSchema.extend(pageQuery))
    .output(pageSchema(deliveryItemSchema)),
  get: contract
    .route({
      method: 'GET',
      path: '/deliveries/{id}',
      summary: 'One delivery with all its tries',
      tags: ['deliveries'],
    })
    .meta({ role: 'viewer' })
    .input(one)
    .output(deliveryDetailSchema),
  sendAgain: contract
    .route({
      method: 'POST',
      path: '/deliveries/{id}/send-again',
      summary: 'Send a delivery again',
      tags: ['deliveries'],
    })
    .meta({ role: 'operator' })
    .input(one)
    .output(deliveryDetailSchema),
  skip: contract
    .route({
      method: 'POST',
      path: '/deliveries/{id}/skip',
      summary: 'Let a delivery go, so that later ones go on',
      tags: ['deliveries'],
    })
    .meta({ role: 'operator' })
    .input(one)
    .output(deliveryDetailSchema),
};
