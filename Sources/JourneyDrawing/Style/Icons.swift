/// The line icons of lanes and marks.
enum Icons {
  static let goal = IconShape("O 8 8 6.2 O 8 8 3.2 O 8 8 0.6")
  static let action = IconShape("M 8.8 1.8 L 3.6 9 L 7.6 9 L 7 14.2 L 12.4 6.8 L 8.4 6.8 Z")
  static let motivation = IconShape(
    """
    M 8 14 C 2 9.6 1.6 7.2 1.8 5.6 C 2.2 2.4 6.2 1.6 8 4.6 C 9.8 1.6 13.8 2.4 14.2 5.6 C 14.4
    7.2 14 9.6 8 14 Z
    """)
  static let question = IconShape(
    "O 8 8 6.4 M 6.1 6.3 C 6.2 3.6 10 3.8 9.9 6.2 C 9.8 7.8 8 7.8 8 9.4 M 8 11.5 L 8 11.7")
  static let thought = IconShape(
    """
    M 4.6 10.6 C 1.2 10.6 1 6.4 4 6 C 4 2.4 8.8 1.6 10 4.4 C 13.4 3.6 15.4 7 13.6 9.2 C 12.8
    10.4 11.6 10.6 11 10.6 Z O 5.4 12.6 0.9 O 3.4 14.2 0.5
    """)
  static let expectation = IconShape(
    """
    M 1.6 8 C 4 4.2 6 3.4 8 3.4 C 10 3.4 12 4.2 14.4 8 C 12 11.8 10 12.6 8 12.6 C 6 12.6 4
    11.8 1.6 8 Z O 8 8 2.1
    """)
  static let touchpoint = IconShape(
    """
    M 5.6 8.4 L 5.6 3.4 C 5.6 1.8 7.8 1.8 7.8 3.4 L 7.8 7.4 L 11.6 8.2 C 12.8 8.4 13.2 9.2 13
    10.2 L 12.2 14.2 L 6.6 14.2 L 3.4 10.6 C 2.8 9.8 3.8 8.6 4.8 9.4 L 5.6 10.2
    """)
  static let channel = IconShape(
    """
    O 8 8 1.2 M 5.2 10.8 C 3.6 9.2 3.6 6.8 5.2 5.2 M 10.8 5.2 C 12.4 6.8 12.4 9.2 10.8 10.8 M
    3.2 12.8 C 0.6 10.2 0.6 5.8 3.2 3.2 M 12.8 3.2 C 15.4 5.8 15.4 10.2 12.8 12.8
    """)
  static let emotion = IconShape(
    "O 8 8 6.4 M 5 9.4 C 6.2 11.8 9.8 11.8 11 9.4 M 5.8 6 L 5.8 6.4 M 10.2 6 L 10.2 6.4")
  static let barrier = IconShape("M 8 2 L 14.6 13.6 L 1.4 13.6 Z M 8 6.4 L 8 9.8 M 8 11.6 L 8 11.8")
  static let surprise = IconShape(
    """
    M 2.4 6.6 L 13.6 6.6 L 13.6 9 L 2.4 9 Z M 3.4 9 L 3.4 14 L 12.6 14 L 12.6 9 M 8 6.6 L 8 14
    M 8 6.4 C 4.6 6.4 4 2.4 6 2.2 C 7.4 2.2 8 4.2 8 6.4 C 8 4.2 8.6 2.2 10 2.2 C 12 2.4 11.4
    6.4 8 6.4
    """)
  static let disappointment = IconShape(
    "O 8 8 6.4 M 5 11 C 6.2 8.8 9.8 8.8 11 11 M 5.8 6 L 5.8 6.4 M 10.2 6 L 10.2 6.4")
  static let opportunity = IconShape(
    """
    M 5.8 11 C 5.8 9.4 3.6 8.8 3.6 6 C 3.6 0.6 12.4 0.6 12.4 6 C 12.4 8.8 10.2 9.4 10.2 11 Z M
    6.2 13 L 9.8 13 M 7 14.8 L 9 14.8
    """)
  static let solution = IconShape("O 8 8 6.4 M 5 8.2 L 7.2 10.4 L 11.2 5.8")
  static let businessAction = IconShape(
    """
    M 1.8 5.4 L 14.2 5.4 L 14.2 13.2 L 1.8 13.2 Z M 5.6 5.4 L 5.6 3 L 10.4 3 L 10.4 5.4 M 1.8
    9 L 14.2 9
    """)
  static let communication = IconShape(
    "M 2 3 L 14 3 L 14 11 L 7.6 11 L 4.4 14 L 4.4 11 L 2 11 Z M 5 6 L 11 6 M 5 8.2 L 9 8.2")
  static let department = IconShape(
    """
    O 5.6 5.4 2.2 M 1.6 13.4 C 1.6 8.8 9.6 8.8 9.6 13.4 M 9.6 3.6 C 12.2 2.8 13.2 6.6 10.6 7.4
    M 11.4 9.6 C 13.4 10 14.4 11.4 14.4 13.4
    """)
  static let competitor = IconShape(
    "M 3 14.4 L 3 1.8 M 3 2.6 L 12.8 2.6 L 10.6 5.6 L 12.8 8.6 L 3 8.6")
  static let frontStage = IconShape(
    "M 2 2.6 L 14 2.6 L 14 10.4 L 2 10.4 Z M 5.4 13.6 L 10.6 13.6 M 8 10.4 L 8 13.6")
  static let backStage = IconShape(
    """
    O 8 8 2.2 M 8 1.6 L 8 3.8 M 8 12.2 L 8 14.4 M 1.6 8 L 3.8 8 M 12.2 8 L 14.4 8 M 3.5 3.5 L
    5 5 M 11 11 L 12.5 12.5 M 3.5 12.5 L 5 11 M 11 5 L 12.5 3.5
    """)
  static let support = IconShape(
    """
    M 2.6 10 L 2.6 8 C 2.6 1.2 13.4 1.2 13.4 8 L 13.4 10 M 2.6 8.6 L 4.8 8.6 L 4.8 12.2 L 2.6
    12.2 Z M 13.4 8.6 L 11.2 8.6 L 11.2 12.2 L 13.4 12.2 Z
    """)
  static let metric = IconShape("M 2 14 L 14 14 M 3.8 14 L 3.8 9 M 8 14 L 8 3 M 12.2 14 L 12.2 6.4")
  static let story = IconShape(
    """
    O 3.4 12.4 1.4 O 12.6 3.6 1.4 M 4.8 12.4 L 10.2 12.4 C 13.6 12.4 13.6 8 10.2 8 L 5.8 8 C
    2.4 8 2.4 3.6 5.8 3.6 L 11.2 3.6
    """)
  static let text = IconShape("M 2.4 3.6 L 13.6 3.6 M 2.4 8 L 13.6 8 M 2.4 12.4 L 9 12.4")
  static let picture = IconShape(
    """
    M 1.8 2.8 L 14.2 2.8 L 14.2 13.2 L 1.8 13.2 Z O 5.2 6 1.2 M 1.8 11.8 L 6 8.6 L 8.6 10.8 L
    11 8 L 14.2 11
    """)
  static let custom = IconShape("M 8 1.8 L 14.2 8 L 8 14.2 L 1.8 8 Z")
  static let clock = IconShape("O 8 8 6.4 M 8 4.2 L 8 8 L 10.8 9.6")
  static let check = IconShape("M 3.6 8.4 L 6.8 11.6 L 12.6 4.8")
  static let cross = IconShape("M 4.2 4.2 L 11.8 11.8 M 11.8 4.2 L 4.2 11.8")
  static let link = IconShape("M 2 8 L 13 8 M 9.4 4.4 L 13 8 L 9.4 11.6")
  static let star = IconShape(
    """
    M 8 1.4 L 10 5.8 L 14.8 6.3 L 11.2 9.5 L 12.2 14.2 L 8 11.8 L 3.8 14.2 L 4.8 9.5 L 1.2 6.3
    L 6 5.8 Z
    """)
  static let flame = IconShape("M 8 2.4 L 14 13.2 L 2 13.2 Z")
  static let people = department
}
