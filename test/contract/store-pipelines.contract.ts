import { beforeEach, describe, expect, it } from 'vitest';
import type { StoreWorld } from './store-world.ts';

/** Pipelines, as reports use them. */
export function pipelinesContract({ raw }: StoreWorld): void {
  describe('pipelines', () => {
    beforeEach(async () => {
      await raw('orders2').insertMany([
        {
          _id: 1,
          day: '2026-01-05',
          city: 'Bandung',
          at: new Date('2026-01-05T18:30:00Z'),
          lines: [
            { sku: 'a', count: 2, price: 10 },
            { sku: 'b', count: 1, price: 5 },
          ],
        },
        {
          _id: 2,
          day: '2026-01-05',
          city: 'Jakarta',
          at: new Date('2026-01-05T01:00:00Z'),
          lines: [{ sku: 'a', count: 1, price: 10 }],
        },
        { _id: 3, day: '2026-01-06', city: 'Bandung', at: new Date('2026-01-06T10:00:00Z'), lines: [] },
      ]);
      await raw('products').insertMany([
        { _id: 'a', name: 'Tas' },
        { _id: 'b', name: 'Topi' },
      ]);
    });
    const run = (pipeline: object[]) => raw('orders2').aggregate(pipeline).toArray();

    it('unwind, group and sort', async () => {
      expect(
        await run([
          { $unwind: '$lines' },
          {
            $group: {
              _id: '$lines.sku',
              sold: { $sum: '$lines.count' },
              worth: { $sum: { $multiply: ['$lines.count', '$lines.price'] } },
              orders: { $addToSet: '$_id' },
              last: { $max: '$at' },
            },
          },
          { $sort: { sold: -1 } },
          { $project: { sku: '$_id', _id: 0, sold: 1, worth: 1, orders: { $size: '$orders' }, last: 1 } },
        ]),
      ).toEqual([
        { sku: 'a', sold: 3, worth: 30, orders: 2, last: new Date('2026-01-05T18:30:00Z') },
        { sku: 'b', sold: 1, worth: 5, orders: 1, last: new Date('2026-01-05T18:30:00Z') },
      ]);
    });

    it('group by several fields and by days where the shop is', async () => {
      const byDay = { $dateToString: { date: '$at', format: '%Y-%m-%d', timezone: 'Asia/Jakarta' } };
      expect(await run([{ $group: { _id: byDay, n: { $sum: 1 } } }, { $sort: { _id: 1 } }])).toEqual([
        { _id: '2026-01-05', n: 1 },
        { _id: '2026-01-06', n: 2 },
      ]);
      expect(
        await run([
          { $group: { _id: { day: '$day', city: '$city' }, n: { $sum: 1 } } },
          { $sort: { '_id.day': 1, '_id.city': 1 } },
        ]),
      ).toEqual([
        { _id: { day: '2026-01-05', city: 'Bandung' }, n: 1 },
        { _id: { day: '2026-01-05', city: 'Jakarta' }, n: 1 },
        { _id: { day: '2026-01-06', city: 'Bandung' }, n: 1 },
      ]);
    });

    it('look up, compute, choose and count', async () => {
      expect(
        await run([
          { $match: { city: 'Bandung' } },
          { $lookup: { from: 'products', localField: 'lines.sku', foreignField: '_id', as: 'products' } },
          {
            $addFields: {
              'sum.count': { $sum: '$lines.count' },
              kind: { $cond: [{ $gt: [{ $size: '$lines' }, 1] }, 'many', 'few'] },
            },
          },
          { $project: { lines: 0, at: 0, day: 0 } },
          { $sort: { _id: 1 } },
        ]),
      ).toEqual([
        {
          _id: 1,
          city: 'Bandung',
          products: [
            { _id: 'a', name: 'Tas' },
            { _id: 'b', name: 'Topi' },
          ],
          sum: { count: 3 },
          kind: 'many',
        },
        { _id: 3, city: 'Bandung', products: [], sum: { count: 0 }, kind: 'few' },
      ]);
      expect(await run([{ $match: { day: '2026-01-05' } }, { $count: 'n' }])).toEqual([{ n: 2 }]);
    });

    it('answer several questions at once', async () => {
      expect(
        await run([
          {
            $facet: {
              total: [{ $count: 'n' }],
              first: [{ $sort: { at: 1 } }, { $limit: 1 }, { $project: { _id: 1 } }],
              rest: [{ $sort: { _id: 1 } }, { $skip: 2 }, { $set: { lines: '$$REMOVE', at: '$$REMOVE' } }],
            },
          },
        ]),
      ).toEqual([{ total: [{ n: 3 }], first: [{ _id: 2 }], rest: [{ _id: 3, day: '2026-01-06', city: 'Bandung' }] }]);
    });

    it('keep the empty ones when unwinding, if asked', async () => {
      const unwound = await run([
        { $unwind: { path: '$lines', preserveNullAndEmptyArrays: true, includeArrayIndex: 'i' } },
        { $project: { i: 1, sku: '$lines.sku' } },
        { $sort: { _id: 1, i: 1 } },
      ]);
      expect(unwound).toEqual([
        { _id: 1, i: 0, sku: 'a' },
        { _id: 1, i: 1, sku: 'b' },
        { _id: 2, i: 0, sku: 'a' },
        { _id: 3, i: null },
      ]);
    });

    it('are refused when a stage does not exist', async () => {
      await expect(run([{ $nosuch: {} }])).rejects.toMatchObject({ code: 40_324 });
    });
  });
}
