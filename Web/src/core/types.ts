/** The vocabulary of editing, as it goes over the wire. It mirrors the server's JourneyModel. */

export type Kind =
  | "workspace" | "product" | "audience" | "department" | "channel" | "touchpoint" | "persona" | "binding"
  | "map" | "stage" | "step" | "lane" | "card" | "evidence" | "flow" | "story" | "moment" | "survey";

export interface Ref {
  readonly kind: Kind;
  readonly id: string;
  /** The map that owns the object; absent for objects of the workspace. */
  readonly map?: string;
}

/** The value of a property: plain JSON; null means "not set". */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [part: string]: Value };
export type Values = Readonly<Record<string, Value>>;

/** One object as it stands. A deleted one keeps its values, so that it can come back. */
export interface Item {
  readonly ref: Ref;
  readonly values: Values;
  readonly deleted: boolean;
}

export type Edit =
  | { readonly type: "insert"; readonly object: Ref; readonly properties: Values }
  | { readonly type: "set"; readonly object: Ref; readonly property: string; readonly value: Value }
  | { readonly type: "tombstone"; readonly object: Ref }
  | { readonly type: "restore"; readonly object: Ref }
  | { readonly type: "move"; readonly object: Ref; readonly order: string; readonly into?: Values };

export type SaveState =
  | { readonly kind: "saved" }
  | { readonly kind: "saving"; readonly waiting: number }
  | { readonly kind: "offline"; readonly waiting: number }
  /**
   * The server refused something for good, or asks for a reload; the text says what was kept and what was
   * not.
   */
  | { readonly kind: "problem"; readonly message: string; readonly waiting: number };

export interface Present {
  readonly client: string;
  readonly person: string;
  readonly name: string;
  readonly map?: string;
  /** What the person has in hand. */
  readonly object?: Ref;
}

/** One open map with the workspace around it, kept in step with the server. */
export interface MapDocument {
  readonly map: string;
  /** Nothing of the kind: undefined. Deleted ones are found too. */
  get(ref: Ref): Item | undefined;
  /** The objects that are shown (not deleted, and nothing they need is), in order. */
  list(kind: Kind): readonly Item[];
  /** Shows the edits at once and sends them when it can; one entry of this person's undo list. */
  commit(intention: string, edits: readonly Edit[]): void;
  /**
   * Takes back this person's last intention; null when there is none. `leftAlone` counts what others have
   * changed since.
   */
  undo(): { intention: string; leftAlone: number } | null;
  redo(): { intention: string; leftAlone: number } | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly saveState: SaveState;
  readonly people: readonly Present[];
  /** Tells the others what this person has in hand. */
  attend(object: Ref | null): void;
  /**
   * Called after every change with the keys (`keyOf`) of the objects that changed; an empty set: only save
   * state or presence.
   */
  subscribe(listener: (changed: ReadonlySet<string>) => void): () => void;
  /** The last revision of the server that is in here. */
  readonly revision: number;
  close(): void;

  /** This tab, as presence and history name it. */
  readonly client: string;
  /** Who is signed in. */
  readonly person: { readonly id: string; readonly name: string; readonly role: string };
  /**
   * The shown objects that lie in one container, in order: `within("card", lane, step)`, `within("step",
   * stage)`.
   */
  within(kind: Kind, ...container: readonly string[]): readonly Item[];
  /** Whether an object is shown: there, not deleted, and neither is anything it needs. */
  isShown(ref: Ref): boolean;
  /** The values without references to what is deleted: what people see of an item. */
  shownValues(item: Item): Values;
  /** The intention that undo (redo) would take back (do again); null when there is none. */
  readonly nextUndo: string | null;
  readonly nextRedo: string | null;
  /** Sends what waits for more typing at once: call it when a field loses the focus. */
  flush(): void;
  /**
   * Whether what is not saved yet would survive closing the tab; if not, say so (`words("save.noStorage")`).
   */
  readonly keepsQueue: boolean;
  /** Told once each: what was refused or could not be done, for a toast. */
  onNotice(listener: (notice: Notice) => void): () => void;
  /** Called when events or answers have changed, so that live numbers are to be asked for anew. */
  onNumbers(listener: () => void): () => void;
}

/** Something the person should know, in words. */
export interface Notice {
  readonly kind: "refused" | "partly" | "storage";
  readonly message: string;
  readonly hint?: string;
}

export const keyOf = (ref: Ref): string => `${ref.map ?? ""}/${ref.kind}/${ref.id}`;
