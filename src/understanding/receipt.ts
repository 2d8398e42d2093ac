import { foldText } from '../core/text.ts';

/** Whether the goods have come, as the customer says it. */
export type Receipt = 'received' | 'not-received';

/** Reads whether somebody tells that the goods came or did not; a question, a complaint, or word of anything else tells neither. */
export function readReceipt(text: string): Receipt | undefined {
  if (text.length > LONGEST || text.includes('?')) return undefined;
  const said = foldText(
    text
      .replace(/n['’`]t\b/gi, ' not')
      .replace(/['’`]s\b/gi, ' is')
      .replace(/['’`]ve\b/gi, ' have'),
  );
  if (OTHER.test(said)) return undefined;
  if (NOT_RECEIVED.some((sign) => sign.test(said))) return 'not-received';
  return RECEIVED.some((sign) => sign.test(said)) ? 'received' : undefined;
}

const LONGEST = 160;

const THING = '(?:(?:my|the|your|this|that) )?(?:parcel|package|order|goods|item|items|bag|delivery|stuff)';
const GOODS = `(?:it|them|everything|${THING})`;
const BARANG = '(?:(?:paket|barang|pesanan|kiriman|order)(?:an)?(?:nya|ku)?(?: (?:saya|aku|sy|ini|itu))?)';
const SUDAH = '(?:sudah|udah|udh|sdh|dah|telah)';
const BELUM = '(?:belum|blm|blom|belom)';

// What came with something wrong is a complaint, what was paid back or written is no parcel, and what will come has not come.
const OTHER =
  /\b(?:but|tapi|tp|namun|broken|damaged|torn|wrong|missing|incomplete|defective|refund\w*|money|payment|invoice|code|number|resi|reply|answer|message|when|kapan|mana|dimana|where|kalau|kalo|klo|if|will|would|rusak|pecah|sobek|cacat|salah|kurang|bocor|uang|dana|bayar\w*|transfer\w*|bukti|balas\w*|jawab\w*|kode|nomor|pengganti\w*|replacement)\b/;

const signs = (...patterns: readonly string[]): readonly RegExp[] =>
  patterns.map((pattern) => new RegExp(`\\b(?:${pattern})\\b`));

const NOT_RECEIVED = signs(
  `(?:not|never|no) (?:yet )?(?:received|receive|gotten|got|get) ${GOODS}`,
  `(?:${GOODS}|still|has|have|did) (?:(?:has|have|is|did|still) )*(?:not|never) (?:yet )?(?:arrived|arrive|come|came|here|been delivered)`,
  `${GOODS} never (?:arrived|came)`,
  `still (?:waiting|wait) for ${GOODS}`,
  `${BELUM} (?:juga )?(?:saya |aku |sy )?(?:terima|diterima|dapat|dapet)(?: juga)?(?: ${BARANG})?`,
);

const RECEIVED = signs(
  // "got it" alone is only understood.
  `(?:received|got) ${THING}`,
  `received (?:it|them|everything|with thanks)|got it (?:already|today|yesterday|this morning|this afternoon)`,
  `${GOODS} (?:has |have |just |already |finally |is )*(?:arrived|came|here|been delivered|delivered)`,
  // Where it was found tells that it was found.
  `(?:got|found) it .*(?:neighbou?r|guard|security|reception|front desk|doorstep|door)`,
  `${BARANG} (?:ini )?${SUDAH} (?:saya |aku |sy |kami )?(?:terima|diterima|sampai|sampe|nyampe|datang|dateng|tiba)`,
  `${SUDAH} (?:saya |aku |sy |kami )?(?:terima|diterima|sampai|sampe|nyampe) (?:kak |min )?(?:${BARANG}|dengan|di rumah|di tetangga|di satpam|makasih|terima ?kasih|thanks)`,
  `(?:titip|dititip\\w*) (?:ke |di )?(?:tetangga|satpam)`,
);
