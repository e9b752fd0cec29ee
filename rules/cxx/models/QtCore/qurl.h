// Model of Qt: addresses. QtCore/qobject.h includes it behind the texts that it takes.
#pragma once

class QUrlQuery;
class QUrl {
 public:
  QUrl();
  QUrl(const QString& url);
  static QUrl fromLocalFile(const QString& path);
  static QUrl fromUserInput(const QString& text);
  static QUrl fromEncoded(const QByteArray& url);
  void setUrl(const QString& url);
  QString url() const;
  QString toString() const;
  QString toDisplayString() const;
  QByteArray toEncoded() const;
  QUrl resolved(const QUrl& relative) const;
  QString query() const;
  QString fragment() const;
  QString fileName() const;
  QString authority() const;
  QString userName() const;
  QString password() const;
  bool isRelative() const;
  bool isLocalFile() const;
  void clear();
  QString host() const;
  QString scheme() const;
  QString path() const;
  int port(int otherwise = -1) const;
  void setHost(const QString& host);
  void setScheme(const QString& scheme);
  void setPath(const QString& path);
  void setPort(int port);
  void setUserName(const QString& name);
  void setPassword(const QString& password);
  void setQuery(const QString& query);
  void setQuery(const QUrlQuery& query);
  void setFragment(const QString& fragment);
  void addQueryItem(const QString& key, const QString& value);
  QByteArray encodedQuery() const;
  bool isValid() const;
  bool isEmpty() const;
  bool operator==(const QUrl& other) const;
  bool operator!=(const QUrl& other) const;
};
class QUrlQuery {
 public:
  QUrlQuery();
  explicit QUrlQuery(const QUrl& url);
  explicit QUrlQuery(const QString& query);
  void addQueryItem(const QString& key, const QString& value);
  QString toString() const;
};
