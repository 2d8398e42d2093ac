import { z } from 'zod';

/** A price as a flow hands it over: an amount, or so much above the cost. */
export const priceWish = z.union([
  z.number().int().min(0),
  z.object({ persen: z.number().min(0) }),
  z.object({ tambah: z.number().int().min(0) }),
]);

/** Which goods get which price, and which cost where that changes too. */
export const priceInput = { barang: z.string(), harga: priceWish, modal: z.number().int().min(0).optional() };
