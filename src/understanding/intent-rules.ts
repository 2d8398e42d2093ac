import type { IntentRule } from './intent-rule.ts';
import { AFTER_SALE_RULES } from './intent-rules-after-sale.ts';
import { BUYING_RULES } from './intent-rules-buying.ts';
import { TALK_RULES } from './intent-rules-talk.ts';

/** All signs, by what they tell. Heavier ones name the wish itself, light ones only lean towards it. */
export const RULES: readonly IntentRule[] = [...BUYING_RULES, ...AFTER_SALE_RULES, ...TALK_RULES];

/** A message that is only a greeting. */
export const ONLY_GREETING =
  /^(?:(?:halo|selamat|pagi|siang|sore|malam|assalamualaikum|salam|permisi|misi|sampurasun|kulonuwun|good|morning|evening|afternoon|night|day|p|pp|ping|tes|test|met|there|admin|wr|wb|warahmatullahi|wabarakatuh|semua|shalom|om swastiastu|yo|hari|woy|oi|oy|hoi|woi|malem|met|hai|haii|mau tanya|mau nanya|numpang tanya|assalamu|alaikum|om)(?: |$))+$/;

/** A message that only thanks, or tells that all is well. */
export const ONLY_THANKS =
  /^(?=.*\b(?:terimakasih|terima kasih|mantap|mantul|puas|recommended|recomended|top|keren|bagus|alhamdulillah|matur)\b)(?!.*\b(?:tidak|belum|kapan|berapa|tolong|mana|tapi|rusak|kurang|salah)\b)(?:\S+ ?){1,9}$/;
