import { listOf } from './source-row.ts'

/** Made-up referrers that advertise tools of search engine optimisation, ranks and audits. */
const SEO_OFFERS = listOf(`
  semalt.com semalt.net semaltmedia.com kambasoft.com savetubevideo.com srecorder.com
  descargar-musica-gratis.net baixar-musicas-gratis.com best-seo-offer.com best-seo-solution.com
  best-seo-software.xyz best-seo-report.com best-seo-services.com top1-seo-service.com auto-seo-service.org
  autoseo-service.org autoseo-traffic.com 100dollars-seo.com success-seo.com 1-best-seo.com
  2-best-seo.com seo-2-0.com seo-platform.com seo-smm.kz seoanalyses.com seopub.net seoexperimenty.ru
  fix-website-errors.com website-errors-scanner.com website-analyzer.info website-analytics.online
  websites-reviews.com site-auditor.online keywords-monitoring-success.com
  keywords-monitoring-your-success.com rankings-analytics.com ranksonic.info ranksonic.net ranksonic.org
  rankchecker.online dailyrank.net sitevaluation.org sitevaluation.com websocial.me anticrawler.org
  anti-crawler.org bestwebsitesawards.com bestwebsiteawards.com domain-tracker.com hosting-tracker.com
  uptimebot.net uptime-alpha.net uptime-beta.net uptime-delta.net uptime-eu.net uptime-gamma.net uptime-us.net
  event-tracking.com o-o-6-o-o.com o-o-6-o-o.ru o-o-8-o-o.com o-o-8-o-o.ru
  search-error.com wmasterlead.com webmaster-traffic.com
`)

/** Made-up referrers that advertise buttons for sharing, and what hides behind them. */
const SHARE_BUTTONS = listOf(`
  buttons-for-website.com buttons-for-your-website.com simple-share-buttons.com social-buttons.com
  share-buttons.xyz share-buttons-for-free.com free-share-buttons.com free-share-buttons.top
  free-social-buttons.com free-social-buttons.xyz free-social-buttons7.xyz 1-free-share-buttons.com
  4webmasters.org get-your-social-buttons.info floating-share-buttons.com free-floating-buttons.com sharebutton.net
  sharebutton.org sharebutton.to social-widget.xyz dbutton.net
 
`)

/** Made-up referrers that sell visitors, or promise money for a site's traffic. */
const TRAFFIC_AND_MONEY = listOf(`
  darodar.com econom.co ilovevitaly.com ilovevitaly.co ilovevitaly.info ilovevitaly.org ilovevitaly.ru ilovevitaly.xyz
  priceg.com blackhatworth.com hulfingtonpost.com cenoval.ru cenokos.ru
  get-free-traffic-now.com free-traffic.xyz free-fb-traffic.com traffic2cash.org traffic2cash.xyz
  traffic2money.com trafficmonetize.org trafficmonetizer.com trafficmonetizer.org traffic-paradise.org
  buy-cheap-online.info buy-website-traffic.org makemoneyonline.com 7makemoneyonline.com easycommerce.cf
  net-profits.xyz justprofit.xyz monetizationking.net webmonetizer.net moneytop.ru online-hit.info
  see-your-website-here.com qualitymarketzone.com guardlink.org lomb.co lumb.co iskalko.ru gobongo.info
  video--production.com videos-for-your-business.com free-video-tool.com dipstar.org adviceforum.info
  rapidokbrain.com scanner-alex.top scanner-andrew.top howtostopreferralspam.eu
  bot-traffic.icu bot-traffic.xyz trafficbot.life trafficbot.live trafficdrive.club trafficnow.online traffic-seo.live
  trafficseo.life boostmyppc.com
`)

/** Made-up referrers that look like a known site's name. */
const LOOKALIKES = listOf(`
  xn--oogle-wmc.com xn--lifehacer-1rb.com googlsucks.com googlemare.com theguardlan.com humanorightswatch.org
  chinese-amezon.com steame.ru
`)

/** Made-up referrers that threaten with laws, mostly the one about cookies. */
const LAW_THREATS = listOf(`
  cookie-law-enforcement-aa.xyz cookie-law-enforcement-bb.xyz cookie-law-enforcement-cc.xyz
  cookie-law-enforcement-dd.xyz cookie-law-enforcement-ee.xyz cookie-law-enforcement-ff.xyz
  cookie-law-enforcement-gg.xyz law-enforcement-aa.xyz law-enforcement-bb.xyz law-enforcement-check-one.xyz
  law-enforcement-check-two.xyz law-enforcement-check-three.xyz law-enforcement-bot-ff.xyz law-enforcement-ee.xyz
  eu-cookie-law-enforcement-1.xyz eu-cookie-law-enforcement2.xyz compliance-alex.top compliance-alex.xyz
  compliance-alexa.top compliance-alexa.xyz compliance-andrew.top compliance-andrew.xyz compliance-brian.xyz
  compliance-checker.info compliance-checker-a.xyz compliance-checker-b.xyz compliance-don.xyz compliance-donald.xyz
  compliance-elena.xyz compliance-fred.xyz compliance-george.xyz compliance-ian.xyz compliance-john.xyz
  compliance-julia.xyz copyrightclaims.org
`)

/** Made-up referrers that advertise pages for adults. */
const ADULT = listOf(`
  pornhub-forum.ga pornhub-forum.uni.me pornhubforum.tk youporn-forum.ga youporn-forum.uni.me
  youporn-ru.com rapidgator-porn.ga depositfiles-porn.ga amanda-porn.ga generalporn.org girlporn.ru sexyali.com
  sex-tracker.com sex-tracker.de lsex.xyz rusexy.xyz erot.co escort-russian.com dojki-hd.com
  meendo-free-traffic.ga
`)

/** Made-up referrers that advertise shops, travel, gambling and programs; many of them Russian. */
const SHOPS_AND_PAGES = listOf(`
  alibestsale.com afora.ru cartechnic.ru cityadspix.com covadhosting.biz cyprusbuyproperties.com
  customsua.com.ua dvr.biz.ua doska-vsem.ru edakgfvwql.ru e-buyeasy.com embedle.com fbdownloader.com fbfreegifts.com
  feedouble.com forum69.info freewhatsappload.com gearcraft.us ghazel.ru gkvector.ru global-smm.ru
  hdmoviecamera.net hongfanji.com hvd-store.com investpamm.ru intl-alliance.com kabbalah-red-bracelets.com
  mobilemedia.md niki-mlt.ru onlywoman.org ooo-olni.ru ownshop.cf ozas.net petrovka-online.com photokitchendesign.com
  pizza-imperia.com pizza-tycoon.com burger-imperia.com brakehawk.com reversing.cc sanjosestartups.com
  slftsdybbg.ru sledstvie-veli.net smailik.org soundfrost.org spravka130.ru superiends.org supervesti.ru tattooha.com
  tomck.com topquality.cf torture.ml trion.od.ua uzungil.com viandpet.com viel.su vodkoved.ru web-betting.ru
  xz618.com ykecwqlixx.ru zastroyka.org zvetki.ru vapmedia.org wordpress-crew.net detskie-konstruktory.ru
  4istoshop.com unpredictable.ga black-friday.ga magicdiet.gq marketland.ml domination.ml top10-way.com
`)

/** Registrable domains that are sent as referrers so that owners of sites look at them; no visitor comes from there. */
export const SPAM_HOSTS: readonly string[] = [
  ...SEO_OFFERS,
  ...SHARE_BUTTONS,
  ...TRAFFIC_AND_MONEY,
  ...LOOKALIKES,
  ...LAW_THREATS,
  ...ADULT,
  ...SHOPS_AND_PAGES,
]
