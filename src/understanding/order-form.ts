import { cleanText } from '../core/text.ts';
import { type AddressReading, readAddress } from './address.ts';
import { isTalk } from './address-words.ts';
import { placeKey } from './area-data.ts';
import { correctedText } from './corrected-text.ts';
import { type CourierReading, findCourier, readCourier } from './courier.ts';
import { type Labelled, splitLabels } from './labels.ts';
import { readQuantity } from './numbers.ts';
import { type OrderChange, readChanges } from './order-changes.ts';
import { type OrderItem, readItems } from './order-items.ts';
import { orderSegments, type Segment, type SegmentKind } from './order-segments.ts';
import { type PaymentWay, readPayment, withoutPayment } from './payment-way.ts';
import type { FindProduct } from './product-search.ts';

/** All that one message says of an order; what it does not say is absent. */
export interface OrderReading {
  readonly items: readonly OrderItem[];
  /** Corrections of items that were ordered before: another amount, another thing, not at all. */
  readonly changes: readonly OrderChange[];
  /** Recipient, phone and address, with what follows from them and what needs a question. */
  readonly address: AddressReading;
  readonly courier?: CourierReading;
  readonly payment?: PaymentWay;
  readonly note?: string;
}

// Longer than any order that a person types; a list from a file comes another way.
const LONGEST = 4_000;

/**
 * Reads an order out of one message: a filled form, a sentence, or a correction of what was said before. Where nothing was
 * said before there is nothing to correct: `kaosnya 3 aja` is then an order of three.
 */
export function readOrder(text: string, findProduct: FindProduct, corrects = true): OrderReading {
  const clean = cleanText(text.slice(0, LONGEST)).replace(/[*_~`]+/g, '');
  const changes = corrects ? readChanges(clean, findProduct) : [];
  if (changes.length > 0) return { items: [], changes, address: readAddress('') };
  const pieces = splitLabels(correctedText(clean));
  const cut = pieces.map(({ label, text }) => ({
    label,
    text,
    segments: label === undefined || label === 'address' ? orderSegments(text, findProduct, label === 'address') : [],
  }));
  const segments = cut.flatMap((piece) => piece.segments);
  const courier = courierOf(pieces, segments);
  const payment = paymentOf(pieces, segments);
  const note = noteOf(pieces, segments);
  return {
    items: itemsOf(pieces, segments, findProduct),
    changes,
    address: readAddress(addressText(cut)),
    ...(courier !== undefined && { courier }),
    ...(payment !== undefined && { payment }),
    ...(note !== undefined && { note }),
  };
}

function itemsOf(
  pieces: readonly Labelled[],
  segments: readonly Segment[],
  findProduct: FindProduct,
): readonly OrderItem[] {
  const labelled = pieces.filter((piece) => piece.label === 'items').map((piece) => piece.text);
  const variant = textOf(pieces, 'variant');
  const free = segments
    .filter((segment) => segment.kind === 'item')
    .map(({ text }) => text.replace(/^\s*(?:sama|dan|plus|sm|and)\s+/i, ''))
    .join('\n');
  const named = readItems(free, findProduct).filter((item) => item.products.length > 0);
  const listed = readItems(labelled.join('\n'), (words) =>
    findProduct(variant === undefined ? words : `${words} ${variant}`),
  );
  const quantity = textOf(pieces, 'quantity');
  const qty = quantity === undefined ? undefined : readQuantity(quantity);
  const items = [...listed, ...named];
  const [only] = items;
  // `Jumlah: 4` can only belong to a single item.
  return items.length === 1 && only !== undefined && only.qty === undefined && qty !== undefined
    ? [{ ...only, qty }]
    : items;
}

const textOf = (pieces: readonly Labelled[], label: Labelled['label']): string | undefined =>
  pieces.find((piece) => piece.label === label)?.text;

const ofKind = (segments: readonly Segment[], kind: SegmentKind): readonly string[] =>
  segments.filter((segment) => segment.kind === kind).map((segment) => segment.text);

function courierOf(pieces: readonly Labelled[], segments: readonly Segment[]): CourierReading | undefined {
  const labelled = textOf(pieces, 'courier');
  if (labelled !== undefined) return readCourier(labelled);
  for (const text of ofKind(segments, 'courier')) {
    const found = readCourier(text) ?? findCourier(text);
    if (found !== undefined) return found;
  }
  return undefined;
}

function paymentOf(pieces: readonly Labelled[], segments: readonly Segment[]): PaymentWay | undefined {
  const labelled = textOf(pieces, 'payment');
  return readPayment(labelled ?? ofKind(segments, 'payment').join(' '));
}

function noteOf(pieces: readonly Labelled[], segments: readonly Segment[]): string | undefined {
  const said = ofKind(segments, 'note').map((text) =>
    withoutTalk(text.replace(/^\s*(?:catatan(?:nya)?|notes?|nb)\s*[:=]?\s*/i, '')),
  );
  const notes = [withoutTalk(textOf(pieces, 'note') ?? ''), said.join(', ')].filter((text) => text !== '');
  return notes.length === 0 ? undefined : notes.join(', ');
}

// `... ya kak` at the end of a note is said to us, not to the packer.
function withoutTalk(text: string): string {
  const words = text.trim().split(/\s+/);
  const last = words.findLastIndex((word) => !isTalk(placeKey(word)));
  return words.slice(0, last + 1).join(' ');
}

// The address is read from what is left: its own pieces with their labels, and the segments that are about nothing else.
function addressText(pieces: readonly (Labelled & { readonly segments: readonly Segment[] })[]): string {
  return pieces
    .map(({ label, text, segments }) => {
      if (label === 'recipient') return `Nama: ${text}`;
      if (label === 'phone') return `HP: ${text}`;
      const left = segments.map(({ kind, before, text: piece }) => {
        if (kind === 'address') return before + piece;
        return kind === 'payment' ? `\n${withoutPayment(piece)}` : '\n';
      });
      return label === 'address' ? `Alamat: ${left.join('')}` : left.join('');
    })
    .join('\n');
}
