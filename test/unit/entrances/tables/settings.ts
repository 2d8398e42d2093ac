/** Values of a setting that the program does not start with; each is told with what would be right. */
export const SETTING_TABLES: Readonly<Record<string, readonly string[]>> = {
  MONGODB_URI: ['localhost', 'http://x', 'mongodb://', '{"$gt":""}'],
  DATA_DIR: [],
  HOST: [],
  PORT: ['tiga', '-1', '65536', '1.5', 'NaN', '1e9'],
  SIMULATOR: ['yes', 'ON', '1'],
  SIMULATOR_PASSWORD: ['short', '1234567'],
  TELEGRAM_BOT_TOKEN: ['x', '12:abc', '123456:short', '123456:with space in it'],
  TELEGRAM_OWNER_IDS: ['@budi', '7;8', '7,,8', '-100123'],
  TELEGRAM_API_ROOT: ['x', 'file:///etc/passwd', 'javascript:alert(1)'],
  TELEGRAM_WEBHOOK_URL: ['x', 'ftp://toko.example'],
  TELEGRAM_WEBHOOK_SECRET: ['short', 'with spaces are not allowed', 'x'.repeat(257)],
  WHATSAPP: ['yes', '1'],
  LOG_LEVEL: ['loud', 'INFO'],
  TIMEZONE: ['Asia/Bandung', 'WIB+1', '{"$gt":""}'],
  LANGUAGE: ['jw', 'ID', '__proto__'],
};

/** Settings that take any text; what is wrong with it shows when the program uses it. */
export const ANY_TEXT: readonly string[] = ['DATA_DIR', 'HOST'];
