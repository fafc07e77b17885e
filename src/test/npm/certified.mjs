// A certified OpenID provider, written by others, on a free port of this machine, for as long as somebody holds our input open.
// Whoever comes is signed in at once, as an officer; the arguments are the client's redirect address and secret.
import { createServer } from "node:http";
import { Provider } from "oidc-provider";

const [redirect, secret] = process.argv.slice(2);
const host = "127.0.0.1";
const server = createServer().listen(0, host, () => {
  const issuer = `http://${host}:${server.address().port}`;
  const officer = { sub: "officer", name: "PC Gwen Ellis", collar: "2718", groups: ["nwp-officers", "choir"] };
  const provider = new Provider(issuer, {
    clients: [{ client_id: "follow-my-case", client_secret: secret, redirect_uris: [redirect] }],
    claims: { openid: ["sub", "name", "collar", "groups"] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (ctx, interaction) => `/sign-in/${interaction.uid}` },
    findAccount: () => ({ accountId: officer.sub, claims: () => officer }),
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
      grant.addOIDCScope("openid profile");
      await grant.save();
      return grant;
    },
    scopes: ["openid", "profile"],
  });
  server.on("request", (request, response) =>
    request.url.startsWith("/sign-in/")
      ? provider.interactionFinished(request, response, { login: { accountId: officer.sub } })
      : provider.callback()(request, response));
  console.log(`ready ${server.address().port}`);
});
process.stdin.on("end", () => process.exit()).resume();
