// What the page gets from the server as JSON, and what it keeps of its own.

export type Kind = 'customer' | 'owner' | 'supplier';
export type Tab = Kind | 'board';

export interface Phone {
  person: string;
  name: string;
  kind: Kind;
  readUpTo: number;
  unread: number;
  typing?: boolean;
}

interface Tap {
  verb: string;
  code: string;
  rev?: number;
}

export interface Choice {
  label: string;
  tap: Tap;
  row?: number;
}

export interface ChatFile {
  id: string;
  mime: string;
  name: string;
  size?: number;
}

export interface Message {
  person: string;
  id: number;
  key: string;
  from: 'person' | 'shop';
  at: string;
  text: string;
  state: 'waiting' | 'done';
  choices?: Choice[];
  file?: ChatFile;
  tap?: Tap & { on: number };
  quotes?: number;
  album?: string;
  editedAt?: string;
}

/** A message that the server does not have yet. */
export interface Pending {
  id: string;
  person: string;
  text: string;
  at: string;
  file?: File;
  /** Where the browser shows the file from until the server has it. */
  url?: string;
  tap?: Tap & { on: number };
  quotes?: number;
  album?: string;
  /** Why the server will not take it; absent while it is on its way. */
  problem?: string;
}

export interface Chat {
  messages: Message[];
  /** Older messages may be asked for. */
  more: boolean;
}

export interface BoardRow {
  code: string;
  customer: string;
  stage: string;
  payment: string;
  fulfilment: string;
  total: number;
  updatedAt: string;
  tone?: 'attention' | 'moving' | 'done' | 'stopped';
}

export interface State {
  shop: string;
  timezone: string;
  cursor: string;
  now: string;
  phones: Phone[];
}
