import { describe, expect, it } from 'vitest';
import { catalogOf } from '../../../src/dialogue/check.ts';
import { checkCommand } from '../../../src/dialogue/check-command.ts';
import { drawFlow } from '../../../src/dialogue/draw.ts';
import { drawFlows, drawingsPage } from '../../../src/dialogue/draw-command.ts';
import { loadFlows } from '../../../src/dialogue/load.ts';
import { DEMO_FILES } from './demo-files.ts';
import { demoWiring } from './demo-wiring.ts';
import { flowFiles } from './flow-files.ts';

const { wiring } = demoWiring();
const catalogs = [catalogOf('customer', wiring), catalogOf('owner', wiring)];
const checked = (dir: string): { code: number; lines: readonly string[] } => {
  const lines: string[] = [];
  return { code: checkCommand(dir, catalogs, (line) => lines.push(line)), lines };
};

describe('flows:check', () => {
  it('is silent but for one line when all is well', () => {
    const { code, lines } = checked(flowFiles(DEMO_FILES));
    expect(code).toBe(0);
    expect(lines).toEqual([expect.stringMatching(/^flows are fine: customer 7, owner 1, supplier 0; \d+ texts$/)]);
  });

  it('prints every mistake with its file, line and column, and ends as a bad configuration does', () => {
    const dir = flowFiles({
      ...DEMO_FILES,
      'owner/resi.yaml': DEMO_FILES['owner/resi.yaml'].replace('as: code', 'as: koda'),
    });
    const { code, lines } = checked(dir);
    expect(code).toBe(78);
    expect(lines).toEqual([`${dir}/owner/resi.yaml:9:30: unknown kind "koda"; did you mean "code"?`, '1 mistake']);
  });
});

describe('draw', () => {
  const ofDemo = () => loadFlows(flowFiles(DEMO_FILES), catalogs).of;

  it('shows a flow with all its ways, written and by rule', () => {
    const [flow] = ofDemo().customer.filter(({ name }) => name === 'bukti');
    expect(flow && drawFlow(flow)).toBe(`flowchart TD
  s_bukti{{"bukti: berkas, pesanan"}}
  s_claim_payment[["claim-payment"]]
  s_terima["demo.bukti-diterima"]
  s_kosong["demo.bukti-kosong"]
  s_tamat(["done"])
  s_manusia(["human"])
  s_bukti --> s_claim_payment
  s_bukti -->|"give up"| s_manusia
  s_claim_payment -->|"recorded"| s_terima
  s_claim_payment -->|"nothing-to-pay"| s_kosong
  s_terima --> s_tamat
  s_kosong --> s_tamat
`);
  });

  it('puts all drawings on one page', () => {
    const page = drawingsPage('Flows', drawFlows(ofDemo().owner));
    expect(page.startsWith('# Flows\n\n## owner/resi\n\n```mermaid\nflowchart TD\n')).toBe(true);
    expect(page.endsWith('```\n')).toBe(true);
  });
});
