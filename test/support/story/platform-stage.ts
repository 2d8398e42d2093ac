import type { ChannelName, Choice, OutMessage } from '../../../src/channels/channel.ts';
import { asChatId } from '../../../src/core/ids.ts';
import { bindSuppliers } from './bind-suppliers.ts';
import { anAlbum, aPhoto, aVoiceNote } from './files.ts';
import { isLabel, labelsOf, ODD_KINDS, type Seen, type Stage } from './stage.ts';
import { StoryPlatform } from './story-platform.ts';
import { startWorld } from './world.ts';

const SETTLE_MS = 3;

/** A stage on a platform of the tests' own: with buttons, or with numbered choices as on WhatsApp. */
export async function platformStage(buttons: boolean, options: { clock: Date; language: 'id' | 'en' }): Promise<Stage> {
  const name: ChannelName = buttons ? 'simulator' : 'whatsapp';
  const platform = new StoryPlatform(name, buttons);
  const world = await startWorld({
    ...options,
    owners: [asChatId(`${name}/test/pemilik`)],
    channels: () => [platform.channel()],
    onItsWay: () => platform.waiting > 0,
    settleMs: SETTLE_MS,
  });
  await world.idle();
  await bindSuppliers(world.app, (who) => asChatId(`${name}/test/${who}`));
  let heardTo = platform.seen.length;

  const findChoice = (who: string, label: string, old: boolean) => {
    const fits = (shown: string): boolean => isLabel(label, shown);
    const having = platform.messagesOf(who).filter((one) => labelsOf(one.message.choices).some(fits));
    const message = old ? having[0] : having.at(-1);
    const choice = message?.message.choices?.find((one) => fits(one.label));
    if (!message || !choice) throw new Error(`${who} sees no [${label}]`);
    return { message, choice, number: labelsOf(message.message.choices).findIndex(fits) + 1 };
  };

  return {
    name: buttons ? 'buttons' : 'numbers',
    edits: buttons,
    async say(who, text) {
      platform.say(who, { type: 'text', text });
    },
    async tap(who, label, old) {
      const { message, choice } = findChoice(who, label, old);
      if (buttons) platform.say(who, { type: 'tap', ...choice.tap }, { quotes: message.ref });
      // Where there are no buttons people type what stands there; an old choice is answered by quoting its message.
      else
        platform.say(
          who,
          { type: 'text', text: typedFor(message.message, choice) },
          old ? { quotes: message.ref } : {},
        );
    },
    async send(who, what, caption) {
      const [kind = '', detail] = what.split(' ');
      switch (kind) {
        case 'foto':
          return void platform.sendFile(who, 'image', await aPhoto(detail ?? `${platform.seen.length}`), caption);
        case 'album':
          for (const [i, photo] of (await anAlbum(Number(detail))).entries())
            platform.sendFile(who, 'image', photo, i === 0 ? caption : '', 'album-1');
          return;
        case 'suara':
          return void platform.sendFile(who, 'audio', aVoiceNote(), caption);
        case 'lokasi':
          return void platform.say(who, { type: 'place', lat: -6.2, lon: 106.8 });
        case 'terusan':
          return void platform.say(who, { type: 'text', text: caption.replaceAll('\\n', '\n') }, { forwarded: true });
        case 'lagi':
          return platform.again(who);
        case 'rusak':
          return void platform.sendFile(who, 'image', new TextEncoder().encode('bukan gambar'), caption);
        default:
          return void platform.say(who, { type: 'unsupported', kind: ODD_KINDS[kind] ?? kind });
      }
    },
    async quote(who, words, text) {
      const quoted = platform.messagesOf(who).findLast((one) => one.message.text.includes(words));
      if (!quoted) throw new Error(`${who} sees no message with "${words}"`);
      platform.say(who, { type: 'text', text }, { quotes: quoted.ref });
    },
    heard() {
      const fresh = platform.seen.slice(heardTo);
      heardTo = platform.seen.length;
      return fresh.map(
        ({ who, message, edited }): Seen => ({
          who,
          // Numbered lines are how this platform shows choices; the story names the choices themselves.
          text: buttons ? message.text : withoutChoices(message),
          choices: labelsOf(message.choices),
          edited,
          ...(message.file && { file: message.file.mime.startsWith('image/') ? 'foto' : message.file.name }),
        }),
      );
    },
    later: (ms) => world.later(ms),
    restart: () => world.restart(),
    idle: () => world.idle(),
    close: () => world.close(),
  };
}

/** The word or the number that stands before a choice in the text. */
function typedFor(message: OutMessage, choice: Choice): string {
  const line = message.text
    .split('\n')
    .find((one) => one.endsWith(choice.label) && /^(\d+\. |\S+( \S+)? = )/.test(one));
  return line?.slice(0, -choice.label.length).replace(/(\. | = )$/, '') ?? choice.label;
}

// How this platform writes choices; the story names the choices themselves.
function withoutChoices({ text, choices }: OutMessage): string {
  const labels = labelsOf(choices);
  const lines = text.split('\n');
  while (labels.length > 0 && (lines.at(-1) === '' || labels.some((label) => lines.at(-1)?.endsWith(label))))
    lines.pop();
  return lines.join('\n');
}
