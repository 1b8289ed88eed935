// What handlers see of SQLite: named statements, rows as plain objects. better-sqlite3 itself stays in connection.ts.

/** SQL with a name (for the slow log, which never holds values), the shape of its parameters and of its rows. */
export interface Statement<Params extends object, Row> {
  readonly name: string
  readonly sql: string
  /** never present: carries the types only */
  readonly shape?: readonly [Params, Row]
}

/** Names a statement. Parameters are bound by name (`:indicator`); values are numbers, strings, bytes or null. */
export const statement = <Params extends object, Row>(name: string, sql: string): Statement<Params, Row> => ({ name, sql })

export interface ReadDb {
  /** true on a connection that cannot write: what it read stays true until another connection commits */
  readonly readOnly: boolean
  /** every row; an empty list when there is none */
  all<Params extends object, Row>(statement: Statement<Params, Row>, params: Params): Row[]
  /** the first row, or undefined */
  get<Params extends object, Row>(statement: Statement<Params, Row>, params: Params): Row | undefined
  /** rows one by one, for results that should not stand in memory whole */
  each<Params extends object, Row>(statement: Statement<Params, Row>, params: Params): IterableIterator<Row>
}

export interface WriteDb extends ReadDb {
  run<Params extends object>(
    statement: Statement<Params, never>,
    params: Params,
  ): { readonly changes: number; readonly lastId: number }
  /** runs `work` in one transaction (savepoint when inside one already); an exception takes all of it back */
  transaction<T>(work: () => T): T
  /** several statements without parameters, as migrations hold them */
  exec(sql: string): void
  /** a statement bound by position, for the hot loops of imports */
  prepare(sql: string): PreparedWrite
}

export interface PreparedWrite {
  run(...values: readonly unknown[]): { readonly changes: number; readonly lastId: number }
}
