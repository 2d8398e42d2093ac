// A small shop that uses every part of the grammar.
const flows = `
flow: salam
for: customer
start: { first: true }
steps:
  - { say: demo.salam }
---
flow: pesan
for: customer
start: { words: [pesan, order], intent: order, link: p, cart: true, tap: beli }
steps:
  - form: pesanan
    reader: order-form
    format: demo.format
    fields:
      - { name: barang, as: item, many: { min: 1, max: 5 }, ask: demo.ask-barang, label: demo.barang }
      - { include: alamat }
      - { name: kurir, as: { pick: couriers }, ask: demo.ask-kurir, label: demo.kurir }
      - { name: cod, as: yes-no, ask: demo.ask-cod, only: { kurir: jne } }
      - { name: catatan, as: text, ask: demo.ask-catatan, optional: true, label: demo.catatan }
    check: price-order
    confirm: demo.ringkasan
    give_up: manusia
    idle: { hours: 24, go: masih-mau }
  - call: place-order
    with: $pesanan
    save: order
    on: { placed: selesai, problems: pesanan, refused: manusia }
  - { id: selesai, say: demo.selesai, go: tamat }
  - choose: masih-mau
    text: demo.masih-mau
    options:
      - { value: "ya", label: demo.lanjutkan, go: pesanan }
      - { value: "tidak", label: demo.berhenti, go: batal }
  - { id: tamat, end: done }
  - { id: batal, end: cancelled }
  - { id: manusia, end: human }
---
flow: ongkir
for: customer
start: { intent: ongkir, words: [ongkir] }
steps:
  - { call: look-ongkir, with: { kota: $start.text }, save: tarif, on: { found: jawab, unavailable: maaf } }
  - { id: jawab, say: demo.ongkir, go: tamat }
  - { id: maaf, say: demo.ongkir-tidak-tahu }
  - { id: tamat, end: done }
---
flow: bukti
for: customer
start: { media: [image, pdf], words: [bukti], tap: bukti }
steps:
  - form: bukti
    fields:
      - { name: berkas, as: photo, many: { min: 1, max: 3 }, ask: demo.ask-foto }
      - { name: pesanan, as: { pick: unpaid, many: true }, ask: demo.ask-pesanan }
    give_up: manusia
  - call: claim-payment
    with: $bukti
    on: { recorded: terima, nothing-to-pay: kosong }
  - { id: terima, say: demo.bukti-diterima, go: tamat }
  - { id: kosong, say: demo.bukti-kosong, go: tamat }
  - { id: tamat, end: done }
  - { id: manusia, end: human }
---
flow: status
for: customer
start: { tap: lihat, code: true }
steps:
  - { call: look-order, with: { code: $start.code }, save: status, on: { found: jawab, missing: tidak-ada } }
  - { id: jawab, say: demo.status, go: tamat }
  - { id: tidak-ada, say: demo.status-tidak-ada }
  - { id: tamat, end: done }
---
flow: menu
for: customer
start: { words: [menu] }
steps:
  - choose: pilihan
    text: demo.menu
    options:
      - { value: pesan, label: demo.menu-pesan, go: arah }
      - { value: tanya, label: demo.menu-tanya, go: arah }
  - id: arah
    when:
      - { if: { pilihan: tanya }, go: tanya }
    otherwise: pesan-saja
  - { id: tanya, say: demo.tanya, go: tamat }
  - { id: pesan-saja, say: demo.ketik-pesan }
  - { id: tamat, end: done }
---
flow: lain
for: customer
start: { fallback: true, intent: apa-saja }
steps:
  - { say: demo.lain }
`;

const owner = `
flow: resi
for: owner
start: { command: resi, tap: resi }
steps:
  - form: resi
    reader: resi-args
    fields:
      - { name: pesanan, as: code, ask: demo.ask-pesanan }
      - { name: nomor, as: text, ask: demo.ask-nomor }
  - { call: record-resi, with: $resi, on: { recorded: selesai } }
  - { id: selesai, say: demo.resi-dicatat }
`;

const alamat = `
- { name: nama, as: name, ask: demo.ask-nama, label: demo.nama, keep: person }
- { name: hp, as: phone, ask: demo.ask-hp, label: demo.hp, keep: person }
- { name: kota, as: city, ask: demo.ask-kota, label: demo.kota, keep: person }
`;

const texts = {
  salam: ['Halo Kak, selamat datang.', 'Hello, welcome.'],
  format: ['Format: Nama / HP / Kota / Barang', 'Format: Name / Phone / City / Goods'],
  'ask-barang': ['Mau pesan apa, Kak?', 'What would you like?'],
  barang: ['Barang', 'Goods'],
  'ask-nama': ['Atas nama siapa?', 'For whom?'],
  nama: ['Nama', 'Name'],
  'ask-hp': ['Nomor HP-nya?', 'Phone number?'],
  hp: ['HP', 'Phone'],
  'ask-kota': ['Kirim ke kota mana?', 'Which city?'],
  kota: ['Alamat', 'Address'],
  'ask-kurir': ['Pakai kurir apa?', 'Which courier?'],
  kurir: ['Kurir', 'Courier'],
  'ask-cod': ['Bayar di tempat?', 'Cash on delivery?'],
  'ask-catatan': ['Ada catatan?', 'Any note?'],
  catatan: ['Catatan', 'Note'],
  ringkasan: ['Pesanan Kakak:\n{ringkasan}\nTotal {total|rp}', 'Your order:\n{ringkasan}\nTotal {total|rp}'],
  selesai: ['Pesanan {order.code} dicatat untuk {nama}.', 'Order {order.code} is placed for {nama}.'],
  'masih-mau': ['Masih mau lanjut pesanannya?', 'Do you want to go on?'],
  lanjutkan: ['Lanjut', 'Go on'],
  berhenti: ['Berhenti', 'Stop'],
  ongkir: ['Ongkir ke {tarif.kota} {tarif.harga|rp}.', 'Shipping to {tarif.kota} is {tarif.harga|rp}.'],
  'ongkir-tidak-tahu': ['Ongkir belum bisa dicek.', 'Shipping is not known now.'],
  'ask-foto': ['Kirim fotonya ya.', 'Send the photo please.'],
  'ask-pesanan': ['Untuk pesanan mana?', 'For which order?'],
  'bukti-diterima': ['Bukti diterima.', 'Proof received.'],
  'bukti-kosong': ['Tidak ada tagihan.', 'Nothing to pay.'],
  status: ['Pesanan {status.code} {status.stage}.', 'Order {status.code} is {status.stage}.'],
  'status-tidak-ada': ['Pesanan tidak ditemukan.', 'No such order.'],
  menu: ['Mau apa, Kak?', 'What would you like to do?'],
  'menu-pesan': ['Pesan barang', 'Order'],
  'menu-tanya': ['Tanya admin', 'Ask'],
  tanya: ['Silakan tulis pertanyaannya.', 'Please write your question.'],
  'ketik-pesan': ['Ketik pesan ya.', 'Type order.'],
  lain: ['Ketik menu ya Kak.', 'Type menu please.'],
  'ask-nomor': ['Nomor resinya?', 'Tracking number?'],
  'resi-dicatat': ['Resi {nomor} dicatat.', 'Tracking number {nomor} recorded.'],
  'varian-mana': ['{nama} yang mana, Kak?', 'Which {nama}?'],
  'bukan-barang': ['Barang itu tidak ada.', 'There is no such product.'],
  'bukan-kota': ['Kota itu tidak ditemukan.', 'No such city.'],
  'kota-mana': ['Malang yang mana?', 'Which Malang?'],
  'jumlah-besar': ['Yakin {jumlah} buah?', 'Really {jumlah} pieces?'],
};

const written = (at: 0 | 1): string =>
  `demo:\n${Object.entries(texts)
    .map(([key, both]) => `  ${key}: ${JSON.stringify(both[at])}`)
    .join('\n')}\n`;

/** The files of the demo shop's `flows/`. */
export const DEMO_FILES = {
  'customer/demo.yaml': flows,
  'owner/resi.yaml': owner,
  'forms/alamat.yaml': alamat,
  'texts/id.yaml': written(0),
  'texts/en.yaml': written(1),
} as const;
