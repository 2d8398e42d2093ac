import { err, ok, type Result } from '../../core/result.ts';
import type { Mistake } from '../../core/yaml/mistake.ts';
import { type DataFile, readDataFile } from '../../core/yaml/read-data-file.ts';
import { type Couriers, courierOf, couriersShape } from './couriers.ts';
import { type Rates, ratesShape } from './rates.ts';

/** A file's name for messages, and its text. */
export interface DataText {
  readonly file: string;
  readonly text: string;
}

/** Rates and couriers that fit each other. */
export interface Shipping {
  readonly rates: Rates;
  readonly couriers: Couriers;
}

/** Reads `flows/shipping.yaml` and `flows/couriers.yaml` and checks that each names only what the other has. */
export function loadShipping(ratesFile: DataText, couriersFile: DataText): Result<Shipping, readonly Mistake[]> {
  const rates = readDataFile(ratesFile.file, ratesFile.text, ratesShape);
  const couriers = loadCouriers(couriersFile);
  if (!rates.ok || !couriers.ok) return err([...(rates.ok ? [] : rates.error), ...(couriers.ok ? [] : couriers.error)]);
  const problems = strangers(rates.value, couriers.value);
  return problems.length > 0 ? err(problems) : ok({ rates: rates.value.value, couriers: couriers.value });
}

/** Reads `flows/couriers.yaml`; two couriers never share a code or a name. */
export function loadCouriers(file: DataText): Result<Couriers, readonly Mistake[]> {
  const read = readDataFile(file.file, file.text, couriersShape);
  if (!read.ok) return read;
  const { couriers } = read.value.value;
  const seen = new Map<string, string>();
  const problems: Mistake[] = [];
  for (const [i, courier] of couriers.entries()) {
    for (const name of new Set([courier.code, courier.name, ...courier.aliases].map((one) => one.toLowerCase()))) {
      const before = seen.get(name);
      seen.set(name, courier.code);
      if (before !== undefined)
        problems.push(read.value.mistake(['couriers', i], `'${name}'`, `a name that ${before} does not have`));
    }
  }
  return problems.length > 0 ? err(problems) : ok(couriers);
}

function strangers({ value: rates, mistake }: DataFile<Rates>, couriers: Couriers): Mistake[] {
  const problems: Mistake[] = [];
  const at = (path: readonly (string | number)[], found: string, right: string): void => {
    problems.push(mistake(path, `'${found}'`, right));
  };
  const zones = Object.keys(rates.zones);
  const oneZone = `one of the zones ${zones.join(', ')}`;
  const checkZones = (path: readonly (string | number)[], names: readonly string[] | undefined): void => {
    for (const [k, name] of (names ?? []).entries()) if (!zones.includes(name)) at([...path, k], name, oneZone);
  };
  for (const [i, rate] of rates.rates.entries()) {
    const courier = courierOf(couriers, rate.courier);
    if (!courier) at(['rates', i, 'courier'], rate.courier, `a code in couriers.yaml: ${codes(couriers)}`);
    else if (!courier.services.some((service) => service.code === rate.service))
      at(['rates', i, 'service'], rate.service, `a service of ${courier.name} in couriers.yaml`);
    checkZones(['rates', i, 'from'], rate.from);
    for (const zone of Object.keys(rate.to))
      if (zone !== '*' && !zones.includes(zone)) at(['rates', i, 'to', zone], zone, `${oneZone} or '*'`);
  }
  for (const [i, rule] of rates.free.entries()) checkZones(['free', i, 'zones'], rule.zones);
  return problems;
}

const codes = (couriers: Couriers): string => couriers.map(({ code }) => code).join(', ');
