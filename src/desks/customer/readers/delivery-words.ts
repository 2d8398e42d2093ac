import type { CourierReading } from '../../../understanding/courier.ts';
import type { PaymentWay } from '../../../understanding/payment-way.ts';

/** The words under which the list of couriers knows a wish; undefined when it names none. */
export function courierWords({ courier, service, wish }: CourierReading): string | undefined {
  if (courier !== undefined) return service === undefined ? courier : `${courier} ${service.toLowerCase()}`;
  if (wish === undefined) return undefined;
  return wish === 'fastest' ? FASTEST : CHEAPEST;
}

/** What the cheapest and the fastest way of sending answer to. */
export const CHEAPEST = 'termurah';
export const FASTEST = 'tercepat';

/** The words under which the list of ways to pay knows a wish: `transfer bca`, `qris`, `ewallet dana`, `cod`. */
export const payWords = ({ way, via }: PaymentWay): string => (via === undefined ? way : `${way} ${via}`);
