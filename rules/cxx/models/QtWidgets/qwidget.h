// Model of Qt Widgets: https://doc.qt.io/qt-6/qtwidgets-module.html. Declarations only, of what
// windows and dialogs derive from.
#pragma once
#include <QtCore/qobject.h>

class QEvent {
 public:
  void accept();
  void ignore();
};
class QCloseEvent : public QEvent {};
class QShowEvent : public QEvent {};
class QHideEvent : public QEvent {};
class QPaintEvent : public QEvent {};
class QResizeEvent : public QEvent {};
class QMouseEvent : public QEvent {};
class QKeyEvent : public QEvent {};
class QWidget : public QObject {
 public:
  explicit QWidget(QWidget* parent = nullptr);
  template <class F>
  QWidget(QWidget* parent, F flags);
  void show();
  void hide();
  bool close();
  void update();
  void setEnabled(bool enabled);
  void setVisible(bool visible);
  bool isVisible() const;
  void setWindowTitle(const QString& title);
  QWidget* parentWidget() const;
  void resize(int width, int height);
  void setFixedSize(int width, int height);
  void activateWindow();
  void raise();

 protected:
  virtual void closeEvent(QCloseEvent* event);
  virtual void showEvent(QShowEvent* event);
  virtual void paintEvent(QPaintEvent* event);
  virtual void resizeEvent(QResizeEvent* event);
  virtual void keyPressEvent(QKeyEvent* event);
};
class QFrame : public QWidget {
 public:
  using QWidget::QWidget;
};
class QDialog : public QWidget {
 public:
  enum DialogCode { Rejected, Accepted };
  using QWidget::QWidget;
  virtual int exec();
  virtual void accept();
  virtual void reject();
  virtual void done(int result);
  virtual void open();
  int result() const;
  void accepted();
  void rejected();
  void finished(int result);
};
class QStatusBar : public QWidget {
 public:
  void showMessage(const QString& text, int ms = 0);
};
class QMainWindow : public QWidget {
 public:
  using QWidget::QWidget;
  QStatusBar* statusBar() const;
  void setCentralWidget(QWidget* widget);
};
class QMessageBox : public QDialog {
 public:
  enum StandardButton { NoButton, Ok, Cancel, Yes, No, Retry, Close, Abort, Ignore, Save, Discard };
  enum Icon { NoIcon, Information, Warning, Critical, Question };
  using QDialog::QDialog;
  void setText(const QString& text);
  void setInformativeText(const QString& text);
  template <class... T>
  static StandardButton information(QWidget* parent, const QString& title, const QString& text,
                                    T... buttons);
  template <class... T>
  static StandardButton warning(QWidget* parent, const QString& title, const QString& text,
                                T... buttons);
  template <class... T>
  static StandardButton critical(QWidget* parent, const QString& title, const QString& text,
                                 T... buttons);
  template <class... T>
  static StandardButton question(QWidget* parent, const QString& title, const QString& text,
                                 T... buttons);
};
