/** Stories that a platform cannot play, each with what it cannot. Telegram plays all. */
export const LEFT_OUT: Readonly<Record<'numbers' | 'telegram', Readonly<Record<string, string>>>> = {
  // Where there are no buttons a number always means the list shown last, so nobody can press what stands in an older one.
  numbers: {
    'old-buttons/ringkasan-lama.chat': '"ya" sesudah ringkasannya dijawab bukan tombolnya yang ditekan lagi',
    'old-buttons/tombol-katalog-lama.chat': 'nomor di kartu lama adalah nomor daftar yang terakhir',
  },
  telegram: {},
};
