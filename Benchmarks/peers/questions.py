"""What every program under comparison is asked; bench's RefreshQuestion and ShopGrammar say the same."""

QUESTIONS = ["all", "transitions", "variants", "funnel", "dwell"]
FUNNEL = [
    "product_view",
    "add_to_cart",
    "checkout_start",
    "shipping_details",
    "payment_details",
    "purchase",
]
WINDOW_SECONDS = 30 * 86_400
TOP = 100
THREADS = 2
