import { z } from 'zod';

/** The parts of an address that are about the place, whoever lives there; what is not known is empty. */
export const placeShape = z
  .object({
    street: z.string(),
    rt: z.string(),
    rw: z.string(),
    village: z.string(),
    district: z.string(),
    city: z.string(),
    province: z.string(),
    postalCode: z.string(),
    landmark: z.string(),
  })
  .readonly();

/** Where a parcel goes, in the parts a label shows. The phone is in E.164. */
export const addressShape = z
  .object({ recipient: z.string(), phone: z.string(), ...placeShape.unwrap().shape })
  .readonly();
export type Address = z.infer<typeof addressShape>;
export type AddressPart = keyof Address;

/** Without one of these parts of the place a courier brings the parcel back; in the order in which they are asked. */
export const NEEDED_PARTS = ['street', 'village', 'district', 'city', 'province', 'postalCode'] as const;
const NEEDED: readonly AddressPart[] = ['recipient', 'phone', ...NEEDED_PARTS];

/** The parts that are still missing before a parcel can be sent there. */
export const missingParts = (address: Address): AddressPart[] =>
  NEEDED.filter((part) => (part === 'postalCode' ? !/^[1-9]\d{4}$/.test(address[part]) : address[part].trim() === ''));

/** The address in lines as on a label, empty parts left out. */
export function addressLines(address: Address): string[] {
  const { street, rt, rw, village, district, city, province, postalCode, landmark } = address;
  const rtRw = [rt && `RT ${rt}`, rw && `RW ${rw}`].filter(Boolean).join('/');
  const lines = [
    [street, rtRw].filter(Boolean).join(', '),
    [village, district].filter(Boolean).join(', '),
    [city, province, postalCode].filter(Boolean).join(', '),
    landmark && `(${landmark})`,
  ];
  return lines.filter((line) => line !== '');
}

/** The address once its person asked to be forgotten: the city stays for the figures, the person does not. */
export const erasedAddress = (address: Address): Address => ({
  recipient: '',
  phone: '',
  street: '',
  rt: '',
  rw: '',
  village: '',
  district: '',
  landmark: '',
  city: address.city,
  province: address.province,
  postalCode: '',
});
