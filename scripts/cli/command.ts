/** One command of the CLI. `run` gets the words after its name and gives the exit code; it prints for a person. */
export type Command = {
  name: string;
  /** One line for the list of commands. */
  summary: string;
  /** What `--help` prints: every option, and examples to copy. */
  help: string;
  run: (args: string[]) => Promise<number>;
};
