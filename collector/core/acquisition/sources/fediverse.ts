import { listOf, type SourceRow } from './source-row.ts'

/** Open networks of many servers: each network is one source, named by its software. PeerTube is in video.ts. */
export const FEDIVERSE: readonly SourceRow[] = [
  {
    name: 'Mastodon',
    hosts: listOf(`
      mastodon.social mastodon.online joinmastodon.org mstdn.social mas.to mastodon.world mastodon.cloud
      mastodontti.fi mementomori.social social.vivaldi.net mastodon.nu mastodonsweden.se
      social.linux.pizza snabelen.no oslo.town expressional.social norrebro.space
      helvede.net toot.lv mastodon.pl pol.social mastodon.com.pl
      troet.cafe chaos.social norden.social nrw.social ruhr.social hessen.social muenchen.social berlin.social
      bonn.social dresden.network social.tchncs.de social.cologne rollenspiel.social metalhead.club
      det.social mastodon.de digitalcourage.social freiburg.social darmstadt.social osna.social
      literatur.social ard.social zdf.social social.bund.de
      fedi.at graz.social wien.rocks swiss.social tooting.ch
      mamot.fr piaille.fr framapiaf.org mastodon.zaclys.com toot.aquilenet.fr mastodon.top mastodon.xyz
      mastodon.nl social.overheid.nl mastodon.green toot.community akademienl.social
      mastodon.uno mastodon.it sociale.network livellosegreto.it mastodon.cisti.org mastodon.bida.im
      masto.es mastodon.es tkz.one masto.pt ciberlandia.pt
      mastodonczech.cz mastodon.arch-linux.cz boskovice.social cztwitter.cz
      mastodon.ie mastodon.scot toot.wales mastodon.me.uk mastodonapp.uk glasgow.social
      mastodon.gr ec.social-network.europa.eu eupolicy.social respublicae.eu
      fosstodon.org hachyderm.io infosec.exchange techhub.social mathstodon.xyz sigmoid.social fediscience.org
      scholar.social hcommons.social ioc.exchange indieweb.social ruby.social phpc.social toot.cat
      front-end.social social.lol mastodon.art mastodon.gamedev.place tabletop.social dice.camp wandering.shop
      journa.host newsie.social federate.social universeodon.com c.im kolektiva.social todon.eu octodon.social
      sfba.social mastodon.sdf.org defcon.social tech.lgbt lgbtqia.space masto.ai toot.io qoto.org
      mstdn.ca mastodon.au aus.social mastodon.nz pawoo.net mstdn.jp mastodon-japan.net fedibird.com
      floss.social layer8.space vis.social climatejustice.social sciences.social
      social.coop botsin.space mastodon.lol bitcoinhackers.org mastodon.ml
      elk.zone phanpy.social
    `),
    aliases: ['masto', 'toot'],
    apps: ['org.joinmastodon.android', 'com.keylesspalace.tusky', 'app.fedilab.android', '1571998974'],
    why: 'social network of many servers: the largest ones and those of European countries, and two web clients',
  },
  {
    name: 'Lemmy',
    hosts: listOf(`
      lemmy.world lemmy.ml join-lemmy.org lemm.ee sh.itjust.works programming.dev feddit.org feddit.de
      feddit.uk feddit.nl feddit.dk feddit.it feddit.nu feddit.fi feddit.cl sopuli.xyz suppo.fi
      beehaw.org lemmy.ca lemmy.zip lemmy.dbzer0.com lemmy.blahaj.zone lemmy.one lemmygrad.ml
      hexbear.net infosec.pub discuss.tchncs.de jlai.lu aussie.zone midwest.social ttrpg.network startrek.website
      slrpnk.net mander.xyz discuss.online reddthat.com lemmings.world szmer.info europe.pub
      lemmy.sdf.org lemmy.today lemmus.org
    `),
    apps: ['com.jerboa'],
    why: 'forums of many servers',
  },
  {
    name: 'Kbin',
    hosts: [
      'kbin.social',
      'fedia.io',
      'kbin.earth',
      'thebrainbin.org',
      'kbin.run',
      'gehirneimer.de',
      'karab.in',
    ],
    aliases: ['mbin'],
    why: 'forums of many servers',
  },
  {
    name: 'PieFed',
    hosts: ['piefed.social', 'feddit.online', 'piefed.zip', 'piefed.ca'],
    why: 'forums of many servers',
  },
  {
    name: 'Pixelfed',
    hosts: listOf(
      'pixelfed.social pixelfed.de pixelfed.fr pixelfed.uno pixelfed.eus pixelfed.tokyo pixelfed.org pixelfed.art pixel.tchncs.de pixey.org metapixl.com gram.social pixelfed.au pixelfed.cz pixelfed.nl',
    ),
    apps: ['com.pixelfed'],
    why: 'pictures of many servers',
  },
  {
    name: 'Misskey',
    hosts: [
      'misskey.io',
      'misskey.design',
      'misskey.art',
      'nijimiss.moe',
      'misskey.cloud',
      'misskey.social',
      'sushi.ski',
      'misskey.id',
    ],
    why: 'social network of many servers',
  },
  {
    name: 'Firefish',
    hosts: ['firefish.social', 'calckey.social', 'blahaj.zone', 'iceshrimp.social', 'woem.men'],
    aliases: ['calckey'],
    why: 'social network of many servers',
  },
  {
    name: 'Pleroma',
    hosts: [
      'stereophonic.space',
      'poa.st',
      'spinster.xyz',
      'pleroma.social',
      'akkoma.dev',
      'ihatebeinga.live',
      'blob.cat',
      'shitposter.club',
    ],
    aliases: ['akkoma'],
    why: 'social network of many servers',
  },
  {
    name: 'Friendica',
    hosts: [
      'friendi.ca',
      'libranet.de',
      'venera.social',
      'opensocial.at',
      'social.isurf.ca',
      'friendica.eskimo.com',
      'nerdica.net',
      'squeet.me',
      'loma.ml',
    ],
    why: 'social network of many servers',
  },
  {
    name: 'Diaspora',
    hosts: [
      'diasporafoundation.org',
      'diasp.org',
      'pod.geraspora.de',
      'diaspora-fr.org',
      'pluspora.com',
      'framasphere.org',
      'sechat.org',
      'despora.de',
      'joindiaspora.com',
      'nerdpol.ch',
    ],
    why: 'social network of many servers',
  },
  {
    name: 'Hubzilla',
    hosts: ['hubzilla.org', 'zotum.net', 'hub.netzgemeinde.eu'],
    why: 'social network of many servers',
  },
  {
    name: 'WriteFreely',
    hosts: ['write.as', 'writefreely.org', 'paper.wf', 'wordsmith.social', 'blogs.linux.pizza'],
    why: 'blogs of many servers',
  },
  {
    name: 'BookWyrm',
    hosts: [
      'bookwyrm.social',
      'bookwyrm.de',
      'bookrastinating.com',
      'lire.boitam.eu',
      'books.theunseen.city',
    ],
    why: 'readers of books, many servers',
  },
  {
    name: 'Mobilizon',
    hosts: ['mobilizon.org', 'mobilizon.fr', 'mobilizon.it', 'mobilize.berlin'],
    why: 'meetings, many servers',
  },
  { name: 'Loops.video', hosts: ['loops.video'], why: 'short videos of many servers' },
]
