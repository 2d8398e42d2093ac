import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/core/language.ts';
import { loadStatus, type Status } from '../../../src/notices/status.ts';
import { TELLABLE } from '../../../src/notices/tellable.ts';
import { noticeHouse } from '../../support/notice-house.ts';

const { texts } = noticeHouse();
const load = (): Status => loadStatus('flows', texts, TELLABLE);

function loadOther(yaml: string): Status {
  const dir = mkdtempSync(join(tmpdir(), 'status-'));
  try {
    writeFileSync(join(dir, 'status.yaml'), yaml);
    return loadStatus(dir, texts, TELLABLE);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

describe('who is told what', () => {
  it('names only entries, texts and values that there are', () => {
    expect(load).not.toThrow();
  });

  it.each([
    ['no such event', 'order:\n  shipp: [{ to: owner, card: order }]', 'status.yaml:2:3'],
    ['no such text', 'order:\n  ship: [{ to: customer, text: status.nirgends }]', "no text 'status.nirgends'"],
    [
      'a supplier named to a customer',
      'order:\n  ship: [{ to: customer, text: status.owner.pemasok-diam }]',
      'pemasok',
    ],
    ['nothing to say', 'order:\n  ship: [{ to: customer }]', 'neither a text nor a card'],
  ])('refuses %s, with its place', (_, yaml, says) => {
    expect(() => loadOther(yaml)).toThrow(says);
  });

  it('lets the owner hear the name of a supplier', () => {
    expect(() => loadOther('order:\n  ship: [{ to: owner, text: status.owner.pemasok-diam }]')).not.toThrow();
  });

  it('tells the customer at every stage that a person waits for', () => {
    const told = Object.entries(load().order ?? {}).filter(([, tells]) => tells.some(({ to }) => to === 'customer'));
    const events = told.map(([event]) => event);
    for (const stage of [
      'place',
      'claim',
      'paid',
      'hand_over',
      'pack',
      'ship',
      'out_for_delivery',
      'deliver',
      'complete',
    ])
      expect(events).toContain(stage);
  });

  it('writes every button short enough for two in a row on a phone', () => {
    const labels = Object.values(load()).flatMap((events) =>
      Object.values(events).flatMap((tells) => tells.flatMap(({ choices = [] }) => choices.map(({ label }) => label))),
    );
    for (const label of labels) {
      for (const language of LANGUAGES) expect(texts.find(label, language)?.length, label).toBeLessThanOrEqual(20);
    }
  });
});
