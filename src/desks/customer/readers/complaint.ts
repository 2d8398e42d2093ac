import type { ReceivedFile } from '../../../chats/mail-document.ts';
import type { Json } from '../../../core/json.ts';
import type { Reader } from '../../../dialogue/kind.ts';
import { readComplaint } from '../../../understanding/complaint.ts';
import { codeInText } from '../kinds/order-code.ts';

/** From so many characters on, what was said tells what happened. */
const TELLS = 20;

/** Reads a complaint: its order, what is wrong, what is wished, the pictures that came with it. */
export const complaintReader: Reader = ({ text, about, files }, { filled }) => {
  const kode = codeInText(text) ?? about;
  const { reason, wish } = readComplaint(text);
  const tells = reason !== undefined && text.length >= TELLS && filled.cerita === undefined;
  const foto = files.flatMap((file) => pictureOf(file) ?? []);
  const before = Array.isArray(filled.foto) ? filled.foto : [];
  return {
    ...(kode !== undefined && { kode }),
    ...(reason !== undefined && { alasan: { picked: reason } }),
    ...(wish !== undefined && { harapan: { picked: wish } }),
    ...(tells && { cerita: text.slice(0, 500) }),
    ...(foto.length > 0 && { foto: [...before, ...foto] }),
  };
};

function pictureOf(file: ReceivedFile): Json | undefined {
  if (file.type !== 'stored' || (file.kind !== 'image' && file.kind !== 'video')) return undefined;
  const { id, mime, name } = file.file;
  return { kind: file.kind, id, mime, name };
}
