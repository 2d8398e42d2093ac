const TITLE = /^(?:bapak|bpk|pak|ibu|bu|hj?|haji|hajah|dr|drg|prof|ir|kak|mas|mbak|mba|mr|mrs|ms|sdr|sdri)\.?$/i;

/** What a person is called by, titles aside: `Kak Siti`, `Kak Nurul` for "Ibu Hj. Nurul Hidayah". */
export function firstName(name: string): string {
  const words = name.trim().split(/\s+/);
  return words.find((word) => !TITLE.test(word)) ?? words[0] ?? '';
}
