import type { Reader } from '../../../dialogue/kind.ts';
import { findCourier } from '../../../shop/shipping/couriers.ts';
import { readResi } from '../../../understanding/resi.ts';
import { codeInText } from '../kinds/order-code.ts';
import type { CustomerSnapshot } from '../snapshot.ts';

/** Reads with which courier and under which number goods come back: `retur K7M2QX jne 0123456789`. */
export const returnResi: Reader<CustomerSnapshot> = ({ text, about }, { snapshot }) => {
  const kode = codeInText(text) ?? about;
  const courier = findCourier(snapshot.couriers, text)?.courier;
  const resi = readResi(text).number;
  return {
    ...(kode !== undefined && { kode }),
    ...(courier !== undefined && { kurir: { picked: courier.code } }),
    ...(resi !== undefined && { resi }),
  };
};
