import { foldText } from '../../../core/text.ts';

const WORDS =
  /^(?:(?:maaf|duh|waduh|hmm|wah|sorry|kak|min|saya|aku|i)\s+)*(?:(?:ga|gak|ngga|nggak|tidak|tdk|kurang|don t|dont|do not)\s+(?:tau|tahu|ngerti|hafal|hapal|ingat|inget|know)|lupa|entah|not sure|no idea|forgot)\b/;

/** True when a person says that they do not know: a list helps more than the same question again. */
export const isDontKnow = (text: string): boolean => WORDS.test(foldText(text));
