// `yarn start` and `yarn test` on a clone where nothing is installed yet. Yarn
// runs package scripts only after an install; commands of a plugin it runs at
// once, and the scripts install what they need themselves.
module.exports = {
  name: 'portal-commands',
  factory: require => {
    const { spawn } = require('child_process');
    const { join } = require('path');
    const { BaseCommand } = require('@yarnpkg/cli');
    const { Configuration } = require('@yarnpkg/core');
    const { npath } = require('@yarnpkg/fslib');
    const { Option } = require('clipanion');

    const commandFor = name =>
      class extends BaseCommand {
        static paths = [[name]];

        args = Option.Proxy();

        async execute() {
          const { projectCwd } = await Configuration.find(
            this.context.cwd,
            this.context.plugins,
          );
          if (this.context.cwd !== projectCwd) {
            return this.cli.run(['run', name, ...this.args]);
          }
          const root = npath.fromPortablePath(projectCwd);
          const child = spawn(
            process.execPath,
            [
              join(root, 'scripts', `${name}.mjs`),
              ...this.args.filter((arg, index) => index > 0 || arg !== '--'),
            ],
            { cwd: root, stdio: 'inherit' },
          );
          // The script has the terminal, so Ctrl-C reaches it directly.
          const ignore = () => {};
          process.on('SIGINT', ignore);
          process.on('SIGTERM', () => child.kill('SIGTERM'));
          return new Promise((resolve, reject) => {
            child.on('error', reject);
            child.on('close', (code, signal) => resolve(signal ? 1 : code));
          });
        }
      };

    return { commands: [commandFor('start'), commandFor('test')] };
  },
};
