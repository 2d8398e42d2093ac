import sharp from 'sharp';

/** A transfer receipt as a bank's app shows it, as JPEG; another number gives another receipt of the same app. */
export async function aReceipt(seed: number, width = 360): Promise<Uint8Array> {
  const amount = (100_347 + seed * 7_919).toLocaleString('id-ID');
  const lines = ['Transfer Berhasil', `Rp${amount}`, `Ref ${seed * 7_654_321}`, 'BCA 1234567890'];
  const text = lines.map((line, i) => `<text x="30" y="${90 + i * 60}" font-size="28">${line}</text>`).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="360" height="480"><rect width="360" height="480" fill="#fff"/>${text}</svg>`;
  return new Uint8Array(await sharp(Buffer.from(svg)).resize({ width }).jpeg().toBuffer());
}
