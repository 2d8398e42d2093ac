import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSop } from '../../../src/notices/load-sop.ts';
import { DEFAULT_ORDER_SOP, orderSopShape } from '../../../src/shop/orders/sop.ts';

function load(yaml: string) {
  const dir = mkdtempSync(join(tmpdir(), 'sop-'));
  try {
    writeFileSync(join(dir, 'sop.yaml'), yaml);
    return loadSop(dir, { order: orderSopShape });
  } finally {
    rmSync(dir, { recursive: true });
  }
}

describe('the time limits of the shop', () => {
  it('keeps the limits of the house where the shop says nothing', () => {
    expect(load('order: {}').order).toEqual(DEFAULT_ORDER_SOP);
    expect(load('{}').order).toEqual(DEFAULT_ORDER_SOP);
  });

  it('takes what the shop says', () => {
    expect(load('order:\n  pay:\n    hours: 48\n').order.pay.hours).toBe(48);
  });

  it.each([
    ['a misspelt limit', 'order:\n  pay:\n    hour: 48\n', 'sop.yaml:3:5: no limit "hour"; did you mean "hours"?'],
    ['a word for a number', 'order:\n  pay:\n    hours: sehari\n', 'sop.yaml:3:12'],
    ['a room that is not there', 'orders: {}\n', 'sop.yaml:1:1: no limit "orders"'],
    ['a time that is none', 'order:\n  quiet:\n    from: "25:00"\n', 'sop.yaml:3:11'],
  ])('refuses %s, with its place', (_, yaml, says) => {
    expect(() => load(yaml)).toThrow(says);
  });

  it('tells all mistakes at once', () => {
    expect(() => load('order:\n  pay:\n    hour: 1\n    remindHours: [x]\n')).toThrow(/3:5[\s\S]*4:19/);
  });
});
