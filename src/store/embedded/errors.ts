// MongoDB's own codes, so that the driver and mongoose react as they do to a real server.
const CODES = {
  InternalError: 1,
  BadValue: 2,
  FailedToParse: 9,
  Unauthorized: 13,
  TypeMismatch: 14,
  Overflow: 15,
  InvalidLength: 16,
  IllegalOperation: 20,
  InvalidBSON: 22,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NamespaceExists: 48,
  DollarPrefixedFieldName: 52,
  InvalidIdField: 53,
  NotSingleValueField: 54,
  EmptyFieldName: 56,
  CommandNotFound: 59,
  ImmutableField: 66,
  CannotCreateIndex: 67,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  CannotIndexParallelArrays: 171,
  InvalidIndexSpecificationOption: 197,
  CommandNotSupported: 115,
  NotImplemented: 238,
  BSONObjectTooLarge: 10334,
  DuplicateKey: 11000,
  OutOfDiskSpace: 14031,
  UnknownField: 40415,
  MissingField: 40414,
  UnknownStage: 40324,
  UnknownExpression: 168,
  UnknownAccumulator: 15952,
  ProjectionMixed: 31254,
  ProjectionCollision: 31249,
} as const;

/** The name MongoDB gives an error code. */
export type CodeName = keyof typeof CODES;

/** What MongoDB adds to an error beside code and text, such as `keyPattern` and `keyValue` of a duplicate key. */
export type ErrorDetails = Readonly<Record<string, unknown>>;

/** A command's refusal, sent to the client with MongoDB's code. */
export class CommandError extends Error {
  readonly codeName: CodeName;
  readonly code: number;
  readonly details: ErrorDetails;

  constructor(codeName: CodeName, message: string, details: ErrorDetails = {}) {
    super(message);
    this.name = 'CommandError';
    this.codeName = codeName;
    this.code = CODES[codeName];
    this.details = details;
  }
}

/** Says that a part of MongoDB is left out here on purpose, and names it. */
export const refused = (what: string, codeName: CodeName = 'BadValue'): CommandError =>
  new CommandError(codeName, `${what} is not supported by the embedded store`);

/** Says that bytes are no BSON document. */
export const brokenBson = (what: string): CommandError => new CommandError('InvalidBSON', `Invalid BSON: ${what}`);
