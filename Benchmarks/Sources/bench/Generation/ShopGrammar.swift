/// What customers of the generated shop do, and what they tend to do next.
///
/// Forty activities; each names its likely successors with weights. `Habits` turns the weights into tables.
enum ShopGrammar {
  /// How long customers take before the next event.
  enum Pace {
    /// Some seconds to some minutes; now and then they come back on another day.
    case browsing
    /// Minutes, without a break: forms that are filled in at one go.
    case hurried
    /// Days: goods on their way, a wait for an answer.
    case waiting
  }

  struct Activity {
    var name: String
    var pace: Pace
    /// The channel it always happens in; nil keeps the customer's own.
    var channel: Int?
    var next: [(name: String, weight: Int)]

    init(
      _ name: String, _ pace: Pace = .browsing, in channel: Int? = nil,
      then next: KeyValuePairs<String, Int>
    ) {
      self.name = name
      self.pace = pace
      self.channel = channel
      self.next = next.map { ($0.key, $0.value) }
    }
  }

  static let channels: [(name: String, weight: Int)] = [
    ("web", 30), ("mobile_app", 26), ("mobile_web", 16), ("email", 8), ("social", 8),
    ("partner", 6), ("phone", 3), ("store", 3),
  ]

  /// First activities of a journey.
  static let entrances: [(name: String, weight: Int)] = [
    ("ad_click", 22), ("search_click", 24), ("home_page_view", 20), ("email_opened", 12),
    ("social_post_click", 9), ("referral_visit", 5), ("product_view", 6), ("store_locator_used", 2),
  ]

  /// The steps of the measured funnel.
  static let funnel = [
    "product_view", "add_to_cart", "checkout_start", "shipping_details", "payment_details",
    "purchase",
  ]

  static let activities: [Activity] = coming + looking + deciding + buying + afterwards

  private static let coming: [Activity] = [
    Activity("ad_click", then: ["landing_page_view": 7, "product_view": 4, "home_page_view": 1]),
    Activity("search_click", then: ["category_view": 4, "product_view": 5, "review_read": 1]),
    Activity(
      "email_opened", in: 3, then: ["email_link_click": 6, "email_opened": 3, "coupon_applied": 1]),
    Activity("email_link_click", in: 3, then: ["landing_page_view": 4, "product_view": 5]),
    Activity(
      "social_post_click", in: 4,
      then: ["product_view": 4, "video_watched": 3, "home_page_view": 2]),
    Activity(
      "referral_visit", then: ["home_page_view": 4, "product_view": 4, "account_created": 1]),
    Activity(
      "landing_page_view", then: ["product_view": 5, "category_view": 4, "newsletter_signup": 1]),
    Activity(
      "home_page_view", then: ["category_view": 5, "site_search": 4, "login": 2, "ad_click": 1]),
  ]

  private static let looking: [Activity] = [
    Activity(
      "category_view",
      then: ["product_view": 7, "filter_applied": 4, "category_view": 3, "site_search": 1]),
    Activity("site_search", then: ["product_view": 6, "filter_applied": 2, "site_search": 3]),
    Activity("filter_applied", then: ["product_view": 6, "filter_applied": 3, "category_view": 1]),
    Activity(
      "product_view",
      then: [
        "product_view": 8, "add_to_cart": 5, "review_read": 4, "category_view": 4,
        "wishlist_add": 2,
        "product_compared": 2, "size_guide_view": 2, "stock_checked": 1, "home_page_view": 2,
      ]),
    Activity("product_compared", then: ["product_view": 5, "add_to_cart": 2, "review_read": 2]),
    Activity("review_read", then: ["product_view": 5, "add_to_cart": 3, "review_read": 2]),
    Activity("video_watched", then: ["product_view": 5, "add_to_cart": 1, "social_post_click": 1]),
    Activity("size_guide_view", then: ["add_to_cart": 4, "product_view": 4]),
    Activity(
      "stock_checked", then: ["add_to_cart": 3, "store_locator_used": 2, "product_view": 3]),
    Activity(
      "store_locator_used", then: ["stock_checked": 2, "store_visit": 3, "home_page_view": 1]),
    Activity("store_visit", in: 7, then: ["product_view": 3, "purchase": 1, "email_opened": 2]),
    Activity("wishlist_add", then: ["product_view": 5, "email_opened": 2, "add_to_cart": 2]),
  ]

  private static let deciding: [Activity] = [
    Activity("newsletter_signup", then: ["product_view": 3, "email_opened": 4]),
    Activity("account_created", .hurried, then: ["home_page_view": 3, "cart_view": 3]),
    Activity("login", .hurried, then: ["product_view": 4, "cart_view": 3, "order_status_view": 2]),
    Activity("chat_started", then: ["product_view": 3, "add_to_cart": 2, "support_call": 1]),
    Activity("faq_read", then: ["chat_started": 2, "product_view": 3, "support_call": 1]),
    Activity("coupon_applied", .hurried, then: ["cart_view": 3, "checkout_start": 4]),
    Activity("add_to_cart", then: ["cart_view": 6, "product_view": 5, "checkout_start": 3]),
    Activity("remove_from_cart", then: ["cart_view": 3, "product_view": 4]),
    Activity(
      "cart_view",
      then: [
        "checkout_start": 6, "remove_from_cart": 2, "coupon_applied": 1, "product_view": 3,
        "faq_read": 1,
      ]),
  ]

  private static let buying: [Activity] = [
    Activity(
      "checkout_start", .hurried,
      then: ["shipping_details": 9, "login": 2, "cart_view": 3, "account_created": 1]),
    Activity(
      "shipping_details", .hurried,
      then: ["payment_details": 8, "cart_view": 2, "shipping_details": 1]),
    Activity(
      "payment_details", .hurried, then: ["purchase": 8, "payment_failed": 2, "cart_view": 1]),
    Activity(
      "payment_failed", .hurried,
      then: ["payment_details": 6, "chat_started": 1, "support_call": 1]),
    Activity(
      "purchase", .waiting,
      then: ["parcel_delivered": 8, "order_status_view": 3, "support_call": 1]),
  ]

  private static let afterwards: [Activity] = [
    Activity(
      "order_status_view", .waiting,
      then: ["parcel_delivered": 5, "support_call": 1, "order_status_view": 2]),
    Activity(
      "parcel_delivered", .waiting,
      then: ["email_opened": 5, "review_written": 2, "return_requested": 2, "home_page_view": 3]),
    Activity("return_requested", .waiting, then: ["refund_paid": 5, "support_call": 1]),
    Activity("refund_paid", .waiting, then: ["email_opened": 3, "home_page_view": 2]),
    Activity("review_written", .waiting, then: ["home_page_view": 3, "email_opened": 3]),
    Activity(
      "support_call", .waiting, in: 6,
      then: ["order_status_view": 3, "product_view": 2, "return_requested": 1]),
  ]
}
