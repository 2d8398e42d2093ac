import { foldText } from '../../core/text.ts';
import type { Order } from './order.ts';

/** What the search finds an order by: numbers, folded words of names, resis. */
export function searchFields(order: Pick<Order, 'recipient' | 'gift' | 'parcels'>): {
  phones: string[];
  words: string[];
  resis: string[];
} {
  const { recipient, gift, parcels } = order;
  const words = foldText(`${recipient.recipient} ${gift?.sender ?? ''}`)
    .split(' ')
    .filter(Boolean);
  return {
    phones: recipient.phone === '' ? [] : [recipient.phone],
    words: [...new Set(words)],
    resis: parcels.flatMap(({ resi }) => (resi === undefined ? [] : [resi])),
  };
}
