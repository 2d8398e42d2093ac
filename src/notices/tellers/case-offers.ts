import { asFileId } from '../../core/ids.ts';
import type { Case } from '../../shop/cases/case.ts';
import type { AnyEvent } from '../../shop/cases/event.ts';

// What a button would do, so that only those are shown that work now; words and figures are only for asking.
const RESI = 'JX0000000000';

/** The buttons that move a case, by their verb: what each would do. */
export function caseMoves({ suppliers }: Pick<Case, 'suppliers'>): Readonly<Record<string, AnyEvent>> {
  return {
    // The owner's
    'kasus-periksa': { type: 'review' },
    'kasus-setuju': { type: 'approve', remedy: 'tukar' },
    'kasus-setuju-lagi': { type: 'approve_second' },
    'kasus-tolak': { type: 'reject', reason: '-' },
    'kasus-bukti': { type: 'ask_evidence', reason: '-' },
    'kasus-jelaskan': { type: 'settle', reason: '-' },
    'kasus-simpan-saja': { type: 'waive_return' },
    'kasus-resi-retur': { type: 'send_back', courier: 'jne', resi: RESI },
    'kasus-tiba': { type: 'arrive' },
    'kasus-layak': { type: 'inspect', fit: true, note: '' },
    'kasus-cela': { type: 'inspect', fit: false, note: '-' },
    'kasus-lanjut': { type: 'resolve', reason: '-' },
    'kasus-bayar': { type: 'pay_refund' },
    'kasus-kirim': { type: 'ship_replacement', courier: 'jne', resi: RESI },
    'kasus-ganti': { type: 'change_remedy', remedy: 'tukar', reason: '-' },
    'kasus-tutup': { type: 'cancel', reason: '-' },
    'kasus-klaim': { type: 'supplier_claim', supplier: suppliers[0] ?? '', state: 'asked' },
    // The customer's
    foto: { type: 'add_evidence', files: [asFileId('-')] },
    'kirim-balik': { type: 'send_back', courier: 'jne', resi: RESI },
    rekening: { type: 'give_destination', bank: 'BCA', number: '00000', holder: '-' },
    banding: { type: 'appeal', words: '-' },
    pengganti: { type: 'receive' },
  };
}
